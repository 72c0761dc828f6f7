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

/** A file that somebody posts, with what the form says of it: short words, by their fields' names. */
export interface Posted {
  readonly bytes: Uint8Array;
  readonly name?: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * How many bytes a request says that it holds, before anything of it is read. Throws Refused when that is more than a file of
 * `mostBytes` takes.
 */
export function announcedBytes({ headers }: FastifyRequest, mostBytes = MAX_PHOTO_BYTES): number {
  const announced = Number(headers["content-length"] ?? mostBytes);
  if (announced > mostBytes + FORM_BYTES) throw new Refused("tooLarge");
  return announced;
}

/**
 * Reads the file in a request's form, and what stands before it there. Throws Refused where there is none, and the server's error
 * 413 as soon as more than `mostBytes` have come; a body that trickles in is broken off. Throws Refused, too, where whoever posts it
 * has gone already: what they were to send never ends.
 */
export async function readPosted(request: FastifyRequest, pace: Pace, mostBytes = MAX_PHOTO_BYTES): Promise<Posted> {
  if (request.raw.readableAborted) throw new Refused("strange");
  const stopWatching = insistOnPace(request.raw, pace);
  try {
    return await readForm(request, mostBytes);
  } finally {
    stopWatching();
  }
}

async function readForm(request: FastifyRequest, mostBytes: number): Promise<Posted> {
  if (!request.isMultipart()) throw new Refused("strange");
  const part: MultipartFile | undefined = await request.file({ limits: { fileSize: mostBytes } });
  if (part === undefined) throw new Refused("strange");
  const bytes = await part.toBuffer();
  const name = nameOf(part.filename);
  const words = Object.entries(part.fields as Record<string, Multipart>).flatMap(([field, { type, value }]) =>
    type === "field" ? [[field, parse(idWord, value)] as const] : [],
  );
  return { bytes, fields: Object.fromEntries(words), ...(name !== undefined && { name }) };
}

/** What a file is called where it comes from, without what says its kind; undefined where that is nothing. */
function nameOf(file: string): string | undefined {
  const plain = file.replace(/\.[^.]*$/, "").replaceAll(/[\p{C}/\\]+/gu, " ");
  const name = plain.trim().slice(0, MOST_LETTERS);
  return name === "" ? undefined : name;
}
