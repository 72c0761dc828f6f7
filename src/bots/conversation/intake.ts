import { UserError, type UserErrorCode } from "../../errors.ts";
import { type Look, MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import type { FaceSummary, PhotoRecord } from "../../store/record-types.ts";
import type { ComingPhoto } from "../../store/room.ts";
import { errorText, type Text } from "../../texts/texts.ts";
import { ChatError, chatKey, type FileRef, personKey } from "../port/chat-port.ts";
import { Places } from "../port/places.ts";
import type { Choice } from "./choice.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import { spotsOf } from "./controls.ts";
import type { ClipWish } from "./effects.ts";
import type { Looks } from "./looks.ts";
import { keyboardFor } from "./menus.ts";
import { SentNotFetched } from "./sent-file.ts";
import type { StatusBoard } from "./status-board.ts";

/** Photos that are in memory at once, on their way in. One of each person, so that each person's go in as they came. */
const ON_THEIR_WAY = { all: 8, each: 1 };

/** A photo that is kept and has been looked at. */
export interface SeenPhoto {
  readonly photo: PhotoRecord & { readonly faces: readonly FaceSummary[] };
  /** What the look has just told; null when the photo was known. */
  readonly look: Look | null;
}

/** The key under which the store keeps what a person sent to a chat. */
export function photoSource(owner: string, { unique }: Pick<FileRef, "unique">): string {
  return `${owner}/${unique}`;
}

/** Takes photos in: fetches them, has them looked at, and keeps them. */
export class Intake {
  readonly #places = new Places(ON_THEIR_WAY);

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
    private readonly looks: Looks,
  ) {}

  /** The photo of a wish if it is kept, or null. */
  async known(wish: ClipWish): Promise<PhotoRecord | null> {
    return "photo" in wish.of ? wish.of.photo : this.context.store.photos.findBySource(...this.#sourceOf(wish));
  }

  /** The photo that would have to be fetched for a wish, or null. */
  async coming(wish: ClipWish): Promise<ComingPhoto | null> {
    if ("photo" in wish.of || (await this.known(wish)) !== null) return null;
    // A larger one is reduced to this before it is kept.
    return { owner: ownerOf(wish), bytes: Math.min(wish.of.shared.file.bytes ?? MAX_PHOTO_BYTES, MAX_PHOTO_BYTES) };
  }

  /**
   * The photo of a wish, looked at once. `id` is the wish's journal entry. Null when it was deleted, or its sender asked to be
   * forgotten, meanwhile. Throws `UserError` for what cannot be looked at, and `ChatError` for what cannot be fetched.
   */
  async see(id: string, wish: ClipWish): Promise<SeenPhoto | null> {
    const { chat, from } = wish.asker;
    const leave = await this.#places.take(personKey(chat, from));
    try {
      return await this.#see(id, wish);
    } finally {
      leave();
    }
  }

  async #see(id: string, wish: ClipWish): Promise<SeenPhoto | null> {
    if (await this.#isForgotten(id)) return null;
    const { photos } = this.context.store;
    const known = await this.known(wish);
    const faces = known?.faces ?? null;
    if (known !== null && faces !== null && !this.#mustOutline(wish)) return { photo: { ...known, faces }, look: null };
    this.board.show(id, { key: "status-looking", params: {} }, "looking");
    const { chat, from } = wish.asker;
    const bytes = known === null ? await this.#fetch(wish) : await photos.bytes(known.id);
    if (bytes === null) return null;
    const numbered = portOf(this.context, chat).outline === undefined;
    const { near } = wish;
    const look = await this.looks.look(personKey(chat, from), bytes, { strip: numbered, ...(near && { near }) });
    if (await this.#isForgotten(id)) return null;
    const photo = known ?? (await this.#keep(id, wish, look.reduced ?? bytes));
    if (photo === null) return null;
    await photos.setFaces(photo.id, look.faces, look.prominent, look.meshes);
    const seen = { photo: { ...photo, faces: look.faces, prominent: look.prominent }, look };
    await this.#outline(wish, seen.photo, look);
    return seen;
  }

  /** The platform shows the photo itself, and this posting of it has no outlines yet. */
  #mustOutline({ asker, of }: ClipWish): boolean {
    return "shared" in of && portOf(this.context, asker.chat).outline !== undefined;
  }

  async #outline(wish: ClipWish, photo: SeenPhoto["photo"], look: Look): Promise<void> {
    if (!("shared" in wish.of)) return;
    const { chat } = wish.asker;
    const { gestures } = this.context;
    const port = portOf(this.context, chat);
    const { width, height, shown, faces, prominent } = look;
    const choice: Choice = { ...wish, photo: photo.id, face: wish.face ?? prominent ?? 1 };
    const before = { choice, faces, clip: null, enhanced: false };
    const keyboard = keyboardFor(port, "clip", before, { gestures, texts: textsOf(wish.asker) });
    const message = { chat, id: wish.of.shared.message };
    await port.outline?.(message, { width, height, jpeg: shown, spots: spotsOf(faces), keyboard });
  }

  async #fetch({ asker: { chat }, of }: ClipWish): Promise<Uint8Array | null> {
    if ("photo" in of) return null;
    const port = portOf(this.context, chat);
    return port.download(of.shared.file, { maxBytes: port.maxPhotoBytes });
  }

  /** Null when its sender asked to be forgotten while it was written: then nothing of it stays. */
  async #keep(id: string, wish: ClipWish, bytes: Uint8Array): Promise<PhotoRecord | null> {
    const { store } = this.context;
    const [platform, chat, source] = this.#sourceOf(wish);
    const kept = await store.photos.put({ platform, owner: ownerOf(wish), chat, source }, bytes);
    // From here on it counts as what is kept.
    store.room.release(id);
    if (!(await this.#isForgotten(id))) return kept;
    await store.photos.delete(kept.id);
    return null;
  }

  async #isForgotten(id: string): Promise<boolean> {
    return (await this.context.journal.get(id)) === null;
  }

  #sourceOf(wish: ClipWish): [platform: string, chat: string, source: string] {
    const { chat } = wish.asker;
    const source = "shared" in wish.of ? photoSource(ownerOf(wish), wish.of.shared.file) : wish.of.photo.source;
    return [chat.platform, chatKey(chat), source];
  }
}

function ownerOf({ asker: { chat, from }, of }: ClipWish): string {
  if ("photo" in of) return of.photo.owner;
  return of.shared.owner === undefined ? personKey(chat, from) : `${chat.platform}:${of.shared.owner}`;
}

/** What keeps a face, everyone, or (null) the most prominent face from being animated, or null. */
export function obstacleTo({ photo, look }: SeenPhoto, face: number | "all" | null): UserErrorCode | null {
  const { faces, prominent } = photo;
  if (faces.length === 0) return look?.damaged === true ? "damaged" : "noFace";
  if (face === "all" && faces.some(({ obstacle }) => obstacle === null)) return null;
  const wanted = typeof face === "number" ? face : prominent;
  const found = faces.find(({ index }) => index === wanted);
  // Photos from before there were looks may have faces of which none is known to be the most prominent.
  if (found === undefined) return wanted === null ? null : "noSuchFace";
  return found.obstacle;
}

/** What to say about a photo, a video or a song that could not be fetched, or null when that is not the person's to mend. */
export function whyNotFetched(error: unknown): Text | null {
  if (error instanceof UserError) return errorText(error.code);
  if (error instanceof SentNotFetched) return { key: error.text, params: {} };
  if (error instanceof ChatError && error.doubtful) return { key: "clip-unsure", params: {} };
  if (error instanceof ChatError && error.code !== "gone") return { key: "fetch-failed", params: {} };
  return null;
}
