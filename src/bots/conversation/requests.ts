import { UserError, type UserErrorCode } from "../../errors.ts";
import type { Admission, RefusalReason } from "../../queue/contract/queue.ts";
import type { ClipRecord, PhotoRecord } from "../../store/store.ts";
import type { Text } from "../../texts/texts.ts";
import { write } from "../../texts/texts.ts";
import { ChatError, chatKey, type Keyboard, type MessageRef, personKey } from "../port/chat-port.ts";
import type { Address } from "./address.ts";
import { isWanted } from "./arrivals.ts";
import { type Choice, strengthOf } from "./choice.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Asker, ClipWish } from "./effects.ts";
import { notesSchema } from "./event-schema.ts";
import type { FaceStrips } from "./face-strips.ts";
import type { InWork } from "./in-work.ts";
import { type Intake, obstacleTo, type SeenPhoto } from "./intake.ts";
import { otherFacesKeyboard } from "./keyboard.ts";
import { explainMove, sendClip } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";

/** The encoder's own limit suits every platform that takes this much. */
const USUAL_CLIP_BYTES = 10 * 1024 * 1024;

const REFUSALS = {
  userFull: "refused-user-full",
  chatFull: "refused-chat-full",
  lineFull: "refused-line-full",
  quota: "refused-quota",
} as const satisfies Record<RefusalReason, string>;

/** Takes wishes for clips: says that they were seen, fetches the photo, and puts a job in line. */
export class Requests {
  /** Clips that are being sent again right now. */
  readonly #sending = new Set<string>();

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
    private readonly intake: Intake,
    private readonly strips: FaceStrips,
    private readonly inWork: InWork,
  ) {}

  /** A job has been answered, or will not be. */
  ended(id: string): void {
    this.inWork.ended(id);
  }

  /** Withdraws a job if it still waits: something else of its photo was chosen instead. */
  async replace(job: string): Promise<void> {
    await this.context.queue.withdrawWaiting(job);
  }

  /**
   * Takes a wish. `id` is its journal entry and the job's id. `left` counts the wishes of the same album from this one on, for
   * the answer when it is refused. Resolves with false when it was.
   */
  async make(id: string, wish: ClipWish, left = 1): Promise<boolean> {
    if ("photo" in wish.of && wish.face !== null) {
      const choice = { ...wish, photo: wish.of.photo.id, face: wish.face };
      if (this.inWork.find(chatKey(wish.asker.chat), choice) !== null) return this.#close(id, true);
      this.#begin(id, wish, choice, false);
    }
    const entry = await this.context.journal.get(id);
    const notes = notesSchema.parse(entry?.notes ?? {});
    const greeted = entry === null || notes.status !== undefined ? null : await this.#greet(id, wish);
    const status = notes.status ?? greeted?.id;
    // Forgotten before anything was said.
    if (status === undefined) return this.#leave(id);
    // Where this chat is closed to us, the talk goes on where we could say so.
    const asker = greeted === null ? wish.asker : { ...wish.asker, chat: greeted.chat };
    try {
      return await this.#putInLine(id, { ...wish, asker }, { status, left, again: greeted === null });
    } catch (error) {
      this.ended(id);
      const text = explain(error);
      if (text === null) throw error;
      await this.#conclude(id, asker, status, text);
      return true;
    }
  }

  /** Sends a clip that has been made before; while it is being sent to this chat, another tap changes nothing. */
  async resend(id: string, asker: Asker, clip: ClipRecord, asFile: boolean): Promise<void> {
    const key = `${chatKey(asker.chat)} ${clip.id} ${asFile ? "file" : "clip"}`;
    if (this.#sending.has(key)) return;
    this.#sending.add(key);
    await this.#send(id, asker, clip, asFile).finally(() => this.#sending.delete(key));
  }

  async #send(id: string, asker: Asker, clip: ClipRecord, asFile: boolean): Promise<void> {
    const photo = await this.context.store.photos.get(clip.photo);
    if (photo === null) return;
    const port = portOf(this.context, asker.chat);
    const stop = port.busy(asker.chat, "sending");
    try {
      const { chat, replyTo } = asker;
      const place = replyTo === undefined ? { chat } : { chat, replyTo };
      const { locale } = textsOf(asker);
      const user = personKey(chat, asker.from);
      // So that a process that ends now sends no second one.
      const onSent = async (message: string) => this.context.journal.note(id, { sent: message });
      const sending = { place, clip, photo, locale, user, asFile, event: id, onSent };
      await sendClip(this.context, sending).catch(async (error: unknown) => {
        // Nobody tries again later, and two are better than none.
        if (!(error instanceof ChatError) || !error.doubtful) throw error;
        await sendClip(this.context, sending);
      });
    } finally {
      stop();
    }
  }

  /** The first sign: on first use what everybody should know, then the status message. Null when it is not wanted by then. */
  async #greet(id: string, { asker, of }: ClipWish): Promise<MessageRef | null> {
    const { chat, from, replyTo } = asker;
    const port = portOf(this.context, chat);
    const texts = textsOf(asker);
    const party = chat.group ? chatKey(chat) : personKey(chat, from);
    if (await this.context.store.settings.claim(party, "consent")) {
      await port.say({ chat }, { text: texts.say("consent") });
      if (!(await isWanted(this.context, id))) return null;
    }
    const text: Text = { key: "photo" in of ? "status-wanted" : "status-seen", params: {} };
    const message = await port.say(replyTo === undefined ? { chat } : { chat, replyTo }, { text: write(texts, text) });
    await this.context.journal.note(id, { status: message.id });
    this.board.track(id, port, message, texts, text);
    await explainMove(port, chat, message.chat, texts);
    return message;
  }

  async #putInLine(
    id: string,
    wished: ClipWish,
    { status, left, again }: { readonly status: string; readonly left: number; readonly again: boolean },
  ): Promise<boolean> {
    const seen = await this.intake.see(id, wished);
    // Forgotten while the photo was on its way: nothing of it stays.
    if (seen === null || !(await isWanted(this.context, id))) return this.#drop(id, wished.asker, status);
    const { photo } = seen;
    const obstacle = obstacleTo(seen, wished.face);
    if (obstacle !== null) return this.#excuse(id, wished, { seen, status, obstacle });
    const wish = { ...wished, face: wished.face ?? photo.prominent };
    const clip = again ? null : await this.#findClip(wish, photo);
    if (clip !== null) {
      await this.resend(id, wish.asker, clip, false);
      return this.#drop(id, wish.asker, status);
    }
    const choice = wish.face === null ? null : { ...wish, photo: photo.id, face: wish.face };
    // Before it is in line, because it may be done before this hears that it is.
    if (choice !== null) this.#begin(id, wish, choice, wished.face === null);
    const admission = await this.#enqueue(id, wish, photo, status);
    if (admission.kind === "refused") {
      this.ended(id);
      await this.#conclude(id, wish.asker, status, refusal(admission, left));
      return false;
    }
    if (admission.job !== id) {
      this.ended(id);
      this.inWork.share(admission.job, personKey(wish.asker.chat, wish.asker.from));
      await this.#conclude(id, wish.asker, status, { key: "press-already", params: {} });
      return true;
    }
    await this.context.journal.note(id, { queued: true });
    if (admission.place > 0) this.board.show(id, waiting(admission.place, admission.estimateSeconds), null);
    if (choice !== null) await this.#number(id, wish, choice, seen);
    return true;
  }

  #begin(id: string, { asker: { chat, from } }: ClipWish, choice: Choice, ourChoice: boolean): void {
    this.inWork.add(id, { chat: chatKey(chat), person: personKey(chat, from), choice, ourChoice });
  }

  /** Tells the faces' numbers while the clip is being made. */
  async #number(id: string, { asker }: ClipWish, choice: Choice, { photo, look }: SeenPhoto): Promise<void> {
    const { chat, from, replyTo } = asker;
    const place = replyTo === undefined ? { chat } : { chat, replyTo };
    const numbered = { place, photo, choice, texts: textsOf(asker), user: personKey(chat, from), event: id };
    await this.strips.show(numbered, look?.strip);
  }

  /** Says what is in the way, and offers the other faces. */
  async #excuse(
    id: string,
    wish: ClipWish,
    { seen, status, obstacle }: { readonly seen: SeenPhoto; readonly status: string; readonly obstacle: UserErrorCode },
  ): Promise<true> {
    const { photo } = seen;
    const choice = { ...wish, photo: photo.id, face: wish.face ?? photo.prominent ?? 0 };
    const others = otherFacesKeyboard(choice, photo.faces, this.context.gestures);
    this.ended(id);
    await this.#conclude(id, wish.asker, status, { key: `error-${obstacle}`, params: {} }, others);
    return true;
  }

  async #findClip(wish: ClipWish, photo: PhotoRecord): Promise<ClipRecord | null> {
    const face = wish.face ?? photo.prominent;
    if (face === null) return null;
    return this.context.store.clips.find({
      photo: photo.id,
      face,
      framing: wish.framing,
      original: wish.original,
      gesture: wish.gesture,
      strength: strengthOf(wish.level),
      maxBytes: clipLimit(this.context, wish.asker),
      engine: this.context.policy.engine,
    });
  }

  async #enqueue(id: string, wish: ClipWish, photo: PhotoRecord, status: string): Promise<Admission> {
    const { chat, from, replyTo } = wish.asker;
    const address: Address = { chat, status, ...(replyTo === undefined ? {} : { replyTo }) };
    return this.context.queue.add({
      id,
      platform: chat.platform,
      user: personKey(chat, from),
      chat: chatKey(chat),
      photo: photo.id,
      // Named where it is known, so that two wishes for one clip are seen to be equal.
      face: wish.face ?? photo.prominent,
      framing: wish.framing,
      original: wish.original,
      gesture: wish.gesture,
      strength: strengthOf(wish.level),
      maxBytes: clipLimit(this.context, wish.asker),
      engine: this.context.policy.engine,
      locale: textsOf(wish.asker).locale,
      address,
      createdAt: this.context.clock.now(),
    });
  }

  /** The status message becomes the answer. */
  async #conclude(id: string, asker: Asker, status: string, text: Text, keyboard: Keyboard = []): Promise<void> {
    await this.board.release(id);
    const { chat } = asker;
    await portOf(this.context, chat).edit({ chat, id: status }, { text: write(textsOf(asker), text), keyboard });
    await this.#close(id, true);
  }

  async #drop(id: string, { chat }: Asker, status: string): Promise<true> {
    await this.board.release(id);
    // A status message that stays is a pity, and no reason to leave the rest undone.
    await portOf(this.context, chat)
      .remove({ chat, id: status })
      .catch((error: unknown) => {
        if (!(error instanceof ChatError)) throw error;
      });
    return this.#leave(id);
  }

  async #leave(id: string): Promise<true> {
    this.ended(id);
    return this.#close(id, true);
  }

  async #close<T>(id: string, result: T): Promise<T> {
    await this.context.journal.close(id);
    return result;
  }
}

/** What a chat's platform asks of a clip's size; null for no more than the encoder does. */
export function clipLimit(context: Context, asker: Pick<Asker, "chat" | "maxClipBytes">): number | null {
  const limit = Math.min(portOf(context, asker.chat).maxClipBytes, asker.maxClipBytes ?? Number.POSITIVE_INFINITY);
  return limit >= USUAL_CLIP_BYTES ? null : limit;
}

/** "You are number 3 in line, about 2 minutes." */
export function waiting(place: number, estimateSeconds: number): Text {
  return { key: "status-waiting", params: { place, minutes: Math.max(1, Math.ceil(estimateSeconds / 60)) } };
}

function refusal({ reason, minutes }: Extract<Admission, { kind: "refused" }>, left: number): Text {
  if (left > 1 && (reason === "userFull" || reason === "chatFull")) return { key: "album-rest", params: { left } };
  if (reason === "userFull") return { key: REFUSALS[reason], params: {} };
  return { key: REFUSALS[reason], params: { minutes } };
}

/** What to say about a photo that could not be fetched, or null when that is not the person's to mend. */
function explain(error: unknown): Text | null {
  if (error instanceof UserError) return { key: `error-${error.code}`, params: {} };
  if (error instanceof ChatError && error.doubtful) return { key: "clip-unsure", params: {} };
  if (error instanceof ChatError && error.code !== "gone") return { key: "fetch-failed", params: {} };
  return null;
}
