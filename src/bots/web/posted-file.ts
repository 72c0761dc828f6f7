import type { Multipart, MultipartFile } from "@fastify/multipart";
import type { FastifyRequest } from "fastify";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import { insistOnPace, type Pace } from "./body-pace.ts";
import { Refused } from "./refused.ts";
import { idWord, parse } from "./serving.ts";

/** Of a file's name. */
const MOST_LETTERS = 80;
/** What a form adds to its file. */
const FORM_BYTES = 4096;

/** A file that somebody posts, with what the form says of it. */
export interface Posted {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly ticket?: string;
}

/** How many bytes a request says that it holds, before anything of it is read. Throws Refused when that is too much. */
export function announcedBytes({ headers }: FastifyRequest): number {
  const announced = Number(headers["content-length"] ?? MAX_PHOTO_BYTES);
  if (announced > MAX_PHOTO_BYTES + FORM_BYTES) throw new Refused("tooLarge");
  return announced;
}

/** Reads the file in a request's form. Throws Refused where there is none; a body that trickles in is broken off. */
export async function readPosted(request: FastifyRequest, pace: Pace): Promise<Posted> {
  const stopWatching = insistOnPace(request.raw, pace);
  try {
    return await readForm(request);
  } finally {
    stopWatching();
  }
}

async function readForm(request: FastifyRequest): Promise<Posted> {
  if (!request.isMultipart()) throw new Refused("strange");
  const part: MultipartFile | undefined = await request.file();
  if (part === undefined) throw new Refused("strange");
  const bytes = await part.toBuffer();
  const field = (name: string): string | undefined => {
    const found = part.fields[name] as Multipart | undefined;
    return found?.type === "field" ? parse(idWord, found.value) : undefined;
  };
  const [ticket, name] = [field("ticket"), nameOf(part.filename)];
  return { bytes, ...(name !== undefined && { name }), ...(ticket !== undefined && { ticket }) };
}

/** What a file is called where it comes from, without what says its kind; undefined where that is nothing. */
function nameOf(file: string): string | undefined {
  const plain = file.replace(/\.[^.]*$/, "").replaceAll(/[\p{C}/\\]+/gu, " ");
  const name = plain.trim().slice(0, MOST_LETTERS);
  return name === "" ? undefined : name;
}
