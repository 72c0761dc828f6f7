import type { Button, GroupKind } from "../../src/bots/port/chat-port.ts";
import type { PageFace, PageMessage } from "../../src/bots/web/protocol.ts";
import type { Upload } from "./uploads/queue.ts";

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
  /** It is still on its way to the server. */
  readonly coming: boolean;
}

/** The page's photos, newest first: those that were taken in, and before them those that are being sent. */
export function sheetsOf(messages: readonly PageMessage[], uploads: readonly Upload[]): readonly Sheet[] {
  const photos = messages.filter(({ isPhoto }) => isPhoto);
  const tickets = new Set(photos.map(({ ticket }) => ticket));
  const coming = uploads.filter(({ state, id }) => state === "sending" && !tickets.has(id)).map(comingSheet);
  const taken = photos.map((photo): Sheet => {
    const about = messages.filter(({ replyTo }) => replyTo === photo.id);
    const clips = about.filter(({ clip }) => clip !== undefined);
    const words = about.filter(({ clip }) => clip === undefined);
    const upload = uploads.find(({ id }) => id === photo.ticket);
    return {
      key: photo.ticket ?? photo.id,
      photo,
      preview: upload?.preview ?? null,
      clips,
      work: words.filter(isWork),
      trouble: words.findLast((word) => !isWork(word)) ?? null,
      coming: false,
    };
  });
  return [...taken, ...coming].reverse();
}

function comingSheet({ id, name, preview }: Upload): Sheet {
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
  return { key: id, photo, preview, clips: [], work: [], trouble: null, coming: true };
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
