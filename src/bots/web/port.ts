import { UserError } from "../../errors.ts";
import { portraitSquare } from "../../pipeline/portrait-square.ts";
import { MAX_PHOTO_BYTES } from "../../queue/contract/studio.ts";
import type { Store } from "../../store/store.ts";
import {
  type Activity,
  type Change,
  ChatError,
  type ChatPort,
  type ChatRef,
  chatKey,
  type FileRef,
  type Keyboard,
  type MessageRef,
  type OutgoingClip,
  type OutgoingText,
  type OutlinedPhoto,
  type Place,
  type SentClip,
} from "../port/chat-port.ts";
import type { Hub } from "./hub.ts";
import { pageMessage, shownSchema } from "./page-message.ts";
import type { Shown } from "./protocol.ts";
import { VISITOR_ID } from "./visitors.ts";

/** As often as an eye can follow. */
const EDIT_EVERY_MS = 200;
const MAX_CLIP_BYTES = 50 * 1024 * 1024;

interface Attached {
  readonly clip?: string;
  readonly picture?: string;
}

/** Speaks to people on the page: what is said is kept in the store and told to the pages that are open. */
export class WebPort implements ChatPort {
  readonly platform = "web";
  readonly maxClipBytes = MAX_CLIP_BYTES;
  readonly maxPhotoBytes = MAX_PHOTO_BYTES;
  readonly editEveryMs = EDIT_EVERY_MS;
  readonly guarded = true;
  readonly folds = "controls";
  readonly tellsFirst = true;

  constructor(
    private readonly store: Pick<Store, "transcript" | "photos" | "clips">,
    private readonly hub: Hub,
  ) {}

  async say(place: Place, { text, means, keyboard = [] }: OutgoingText): Promise<MessageRef> {
    return this.#add(place, { from: "keepsake", text, ...(means && { means }), keyboard });
  }

  async edit({ chat, id }: MessageRef, { text, means, keyboard, percent }: Change): Promise<void> {
    const { transcript } = this.store;
    const known = transcript.get(chatKey(chat), id);
    if (known === null) throw new ChatError("noMessage", "edit");
    const { percent: over, means: meant, ...before } = shownSchema.parse(known.shown);
    const shown: Shown = {
      ...before,
      // Buttons alone say nothing about the work.
      ...(text === undefined && over !== undefined && { percent: over }),
      ...(text === undefined && meant !== undefined && { means: meant }),
      ...(text !== undefined && { text }),
      ...(means !== undefined && { means }),
      ...(keyboard !== undefined && { keyboard }),
      ...(percent !== undefined && { percent }),
    };
    const entry = transcript.change(chatKey(chat), id, shown);
    if (entry !== null) this.hub.tell(chatKey(chat), { kind: "message", message: pageMessage(entry) });
  }

  async remove({ chat, id }: MessageRef): Promise<void> {
    const gone = this.store.transcript.remove(chatKey(chat), id);
    // Also what went with its photo: the pages still show it.
    this.hub.tell(chatKey(chat), { kind: "removed", ids: [id, ...gone] });
  }

  async sendClip(place: Place, clip: OutgoingClip): Promise<SentClip> {
    const { content, width, height, seconds, caption, keyboard = [], asFile = false } = clip;
    const id = "sent" in content ? content.sent : clip.clip;
    if ((await this.store.clips.get(id)) === null) throw new ChatError("noFile", "sendClip");
    const shown = {
      from: "keepsake",
      text: caption,
      keyboard,
      clip: { width, height, seconds, file: asFile },
    } as const;
    return { message: await this.#add(place, shown, { clip: id }), sent: id };
  }

  async sendPicture(place: Place, jpeg: Uint8Array, caption: string, keyboard: Keyboard = []): Promise<MessageRef> {
    const picture = Buffer.from(jpeg).toString("base64");
    return this.#add(place, { from: "keepsake", text: caption, keyboard }, { picture });
  }

  async outline({ chat, id }: MessageRef, { width, height, jpeg, spots, keyboard }: OutlinedPhoto): Promise<void> {
    const { transcript } = this.store;
    const known = transcript.get(chatKey(chat), id);
    if (known === null) return;
    const size = { width, height };
    const faces = spots.map((spot) => ({ ...spot, near: portraitSquare(size, spot.box) }));
    const shown: Shown = { ...shownSchema.parse(known.shown), size, faces, keyboard };
    const entry = transcript.change(chatKey(chat), id, shown, Buffer.from(jpeg).toString("base64"));
    if (entry !== null) this.hub.tell(chatKey(chat), { kind: "message", message: pageMessage(entry) });
  }

  busy(chat: ChatRef, activity: Activity): () => void {
    this.hub.tell(chatKey(chat), { kind: "busy", activity });
    return () => {
      this.hub.tell(chatKey(chat), { kind: "busy", activity: null });
    };
  }

  /** What passes is seen in the controls. */
  async answer(press: string, notice?: string, passing = false): Promise<void> {
    const [visitor = ""] = press.split(" ");
    const text = passing ? null : (notice ?? null);
    this.hub.tell(`${this.platform}:${visitor}`, { kind: "notice", press, text });
  }

  /** What was posted is in the store before the conversation hears of it. */
  async download(file: FileRef, { maxBytes }: { readonly maxBytes: number }): Promise<Uint8Array> {
    const bytes = await this.store.photos.bytes(file.id);
    if (bytes === null) throw new ChatError("noFile", "download");
    if (bytes.length > maxBytes) throw new UserError("fileTooLarge");
    return bytes;
  }

  async clear(chat: ChatRef): Promise<void> {
    this.store.transcript.clear(chatKey(chat));
    this.hub.tell(chatKey(chat), { kind: "cleared" });
  }

  async #add({ chat, replyTo }: Place, shown: Shown, attached: Attached = {}): Promise<MessageRef> {
    if (!VISITOR_ID.test(chat.id)) throw new ChatError("gone", "no visitor has such an id");
    const key = chatKey(chat);
    const entry = this.store.transcript.add({ chat: key, replyTo: replyTo ?? null, shown, ...attached });
    this.hub.tell(key, { kind: "message", message: pageMessage(entry) });
    return { chat, id: entry.id };
  }
}
