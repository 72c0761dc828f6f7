import type { Button, GroupKind } from "../../src/bots/port/chat-port.ts";
import type { PageFace, PageMessage } from "../../src/bots/web/protocol.ts";
import { batchOf, type Upload } from "./uploads/queue.ts";

/** A photo with everything that came of it, oldest first. */
export interface Sheet {
  /** The same before and after the photo was taken in. */
  readonly key: string;
  readonly photo: PageMessage;
  /** Shows the photo until its own picture is there. */
  readonly preview: string | null;
  readonly clips: readonly PageMessage[];
  /** What tells of clips that are being made. */
  readonly work: readonly PageMessage[];
  /** Why the last one was not made. */
  readonly trouble: PageMessage | null;
  /** Where it is on its way to the server; null once it is there. */
  readonly upload: Upload | null;
}

/**
 * The page's photos, those in front that were added last. What was added together stays together, in its order, and a photo has its
 * place from the moment when it is chosen.
 */
export function sheetsOf(messages: readonly PageMessage[], uploads: readonly Upload[]): readonly Sheet[] {
  const taken = messages.filter(({ isPhoto }) => isPhoto).map((photo) => takenSheet(photo, messages, uploads));
  const earlier = taken.filter(({ key }) => !uploads.some(({ id }) => id === key));
  const added = uploads.flatMap((upload) => {
    const there = taken.find(({ key }) => key === upload.id);
    if (there !== undefined) return [there];
    return upload.state === "there" ? [] : [comingSheet(upload)];
  });
  const batches: Sheet[][] = [];
  for (const sheet of [...earlier, ...added]) {
    const last = batches.at(-1);
    if (last?.[0] !== undefined && batchOf(last[0].key) === batchOf(sheet.key)) last.push(sheet);
    else batches.push([sheet]);
  }
  return batches.reverse().flat();
}

function takenSheet(photo: PageMessage, messages: readonly PageMessage[], uploads: readonly Upload[]): Sheet {
  const about = messages.filter(({ replyTo }) => replyTo === photo.id);
  const clips = about.filter(({ clip }) => clip !== undefined);
  const words = about.filter(({ clip }) => clip === undefined);
  const key = photo.ticket ?? photo.id;
  return {
    key,
    photo,
    preview: uploads.find(({ id }) => id === key)?.preview ?? null,
    clips,
    work: words.filter(isWork),
    trouble: words.findLast((word) => !isWork(word)) ?? null,
    upload: null,
  };
}

function comingSheet(upload: Upload): Sheet {
  const { id, name, preview } = upload;
  const photo: PageMessage = {
    id,
    from: "visitor",
    text: "",
    name: name.replace(/\.[^.]*$/, ""),
    keyboard: [],
    replyTo: null,
    at: 0,
    isPhoto: true,
    pictureUrl: null,
    clipUrl: null,
  };
  return { key: id, photo, preview, clips: [], work: [], trouble: null, upload };
}

/** Whether a message tells of a clip that is being made. */
export function isWork({ means }: PageMessage): boolean {
  return means?.key.startsWith("status-") === true;
}

/** The buttons of a message about one thing. */
export function buttonsOf(message: PageMessage | undefined, kind: GroupKind): readonly Button[] {
  return message?.keyboard.find((group) => group.kind === kind)?.buttons ?? [];
}

/** What the buttons of a message choose, in words. */
export function titleOf(message: PageMessage | undefined, kind: GroupKind): string {
  return message?.keyboard.find((group) => group.kind === kind)?.title ?? "";
}

/** What a button would carry that asks for what a message shows or tells of: the same choice has the same. */
export function askedBy(message: PageMessage | undefined): string | undefined {
  return buttonsOf(message, "strength").find(({ current }) => current === true)?.data;
}

/** The gesture that a message shows or tells of. */
export function gestureOf(message: PageMessage | undefined): string {
  return buttonsOf(message, "gestures").find(({ current }) => current === true)?.gesture ?? "";
}

/** The face that a message is about; undefined for everyone. */
export function faceOf({ faces = [] }: PageMessage, message: PageMessage | undefined): PageFace | undefined {
  const label = buttonsOf(message, "faces").find(({ current }) => current === true)?.label;
  return faces.find((face) => face.label === label);
}

/** Whether a message is about a close-up: that is the first of two ways to see a face. */
export function isNear(message: PageMessage | undefined): boolean {
  const [near, whole] = buttonsOf(message, "framing");
  return whole !== undefined && near?.current === true;
}
