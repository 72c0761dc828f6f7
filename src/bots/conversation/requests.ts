import { attempt } from "../../attempt.ts";
import type { UserErrorCode } from "../../errors.ts";
import type { Admission } from "../../queue/contract/queue.ts";
import type { ClipKey, ClipRecord, PhotoRecord } from "../../store/record-types.ts";
import { errorText, type Text } from "../../texts/texts.ts";
import { chatKey, type Keyboard, type MessageRef, personKey } from "../port/chat-port.ts";
import type { Address } from "./address.ts";
import { type Choice, strengthOf } from "./choice.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Asker, ClipWish } from "./effects.ts";
import type { Ending, Endings } from "./endings.ts";
import type { FaceStrips } from "./face-strips.ts";
import { type Gate, textOf } from "./gate.ts";
import type { Greetings } from "./greetings.ts";
import type { InWork } from "./in-work.ts";
import { type Intake, obstacleTo, type SeenPhoto, whyNotFetched } from "./intake.ts";
import { otherFacesKeyboard } from "./keyboard.ts";
import { type LeftOvers, tellLeftOver } from "./left-over.ts";
import { notesOf, statusMessage } from "./notes.ts";
import type { Resends } from "./resends.ts";
import { placeOf } from "./sender.ts";
import type { SentDesk } from "./sent-desk.ts";
import type { StatusBoard } from "./status-board.ts";
import { roundTime } from "./time-left.ts";

/** The encoder's own limit suits every platform that takes this much. */
const USUAL_CLIP_BYTES = 10 * 1024 * 1024;

/** The parts that requests go through. */
export interface RequestsParts {
  readonly board: StatusBoard;
  readonly endings: Endings;
  readonly greetings: Greetings;
  readonly gate: Gate;
  readonly leftOvers: LeftOvers;
  readonly intake: Intake;
  readonly strips: FaceStrips;
  readonly inWork: InWork;
  readonly resends: Resends;
  readonly sent: SentDesk;
}

/** Takes wishes for clips: asks whether there is room, has them greeted, fetches the photo, and puts a job in line. */
export class Requests {
  /** Withdrawn while their photo, video or song was on its way. */
  readonly #withdrawn = new Set<string>();

  constructor(
    private readonly context: Context,
    private readonly parts: RequestsParts,
  ) {}

  /** A job has been answered, or will not be. */
  ended(id: string): void {
    this.parts.inWork.ended(id);
    this.#withdrawn.delete(id);
  }

  /** Whoever asked for it does not want it any more. */
  async withdraw(id: string): Promise<void> {
    if ((await this.context.queue.cancel({ id })) > 0) return;
    this.#withdrawn.add(id);
    this.parts.sent.callOff(id);
    // The next process is to know it, too.
    await this.context.journal.note(id, { withdrawn: true });
  }

  /** Withdraws a job if it still waits: something else of its photo was chosen instead. */
  async replace(job: string): Promise<void> {
    await this.context.queue.withdrawWaiting(job);
  }

  /**
   * Takes a wish. `id` is its journal entry and the job's id. Until there is a place for it, kept in the order of the calls, nothing
   * is waited for but the records.
   */
  async make(id: string, wish: ClipWish): Promise<void> {
    const { inWork, gate, intake } = this.parts;
    if ("photo" in wish.of && wish.face !== null) {
      const choice = { ...wish, photo: wish.of.photo.id, face: wish.face };
      if (inWork.find(chatKey(wish.asker.chat), choice) !== null) return this.#close(id);
      this.#begin(id, wish, choice, false);
    }
    const entry = await this.context.journal.get(id);
    const known = statusMessage(wish.asker.chat, notesOf(entry));
    const promised = known !== null || ("shared" in wish.of && wish.of.shared.expected === true);
    try {
      // Forgotten before anything was said.
      if (entry === null) {
        await this.#leave(id);
        return;
      }
      const wanted = { asker: wish.asker, photo: await intake.coming(wish) };
      const why = await gate.enter(id, wanted, promised);
      if (why === null) await this.#take(id, wish, known);
      else await this.#refuse(id, wish, why);
    } finally {
      await gate.leave(id);
    }
  }

  async #take(id: string, wish: ClipWish, known: MessageRef | null): Promise<void> {
    // Forgotten before anything was said.
    if (!(await this.parts.greetings.greet(id, wish, known))) return this.#leave(id);
    try {
      await this.#putInLine(id, wish, known !== null);
    } catch (error) {
      this.ended(id);
      const text = whyNotFetched(error);
      if (text === null) throw error;
      await this.#conclude(id, wish, text);
    }
  }

  /** Nothing new is begun; but what was made before can be had. */
  async #refuse(id: string, wish: ClipWish, why: Text): Promise<void> {
    this.ended(id);
    const photo = await this.parts.intake.known(wish);
    const clip = photo === null || photo.takenDown ? null : await this.#findClip(wish, photo);
    if (clip !== null) {
      await this.parts.resends.send(id, { asker: wish.asker, clip, after: wish.after });
      return this.#close(id);
    }
    const leftOver = { id, asker: wish.asker, why };
    if (wish.album === undefined) await tellLeftOver(this.context, [leftOver]);
    else this.parts.leftOvers.add(leftOver, wish.album);
  }

  async #putInLine(id: string, wished: ClipWish, again: boolean): Promise<void> {
    const { intake, inWork, board } = this.parts;
    const seen = await intake.see(id, wished);
    if (await this.#isCalledOff(id)) return this.#drop(id, wished);
    // Somebody deleted the photo, most likely somebody else.
    if (seen === null) {
      this.ended(id);
      return this.#conclude(id, wished, { key: "press-gone", params: {} });
    }
    const { photo } = seen;
    if (photo.takenDown) {
      this.ended(id);
      return this.#conclude(id, wished, { key: "press-is-down", params: {} });
    }
    const obstacle = obstacleTo(seen, wished.face);
    if (obstacle !== null) return this.#excuse(id, wished, seen, obstacle);
    const wish = { ...wished, face: wished.face ?? photo.prominent };
    const clip = again ? null : await this.#findClip(wish, photo);
    if (clip !== null) return this.#sendKnown(id, wish, clip);
    const choice = wish.face === null ? null : { ...wish, photo: photo.id, face: wish.face };
    await this.parts.sent.learn(id, wish);
    if (await this.#isCalledOff(id)) return this.#drop(id, wished);
    // Before it is in line, because it may be done before this hears that it is.
    if (choice !== null) this.#begin(id, wish, choice, wished.face === null);
    const admission = await this.#enqueue(id, wish, photo);
    if (admission.kind === "refused") {
      this.ended(id);
      await this.#conclude(id, wish, textOf(admission));
      return this.#release(photo.id);
    }
    if (admission.job !== id) {
      this.ended(id);
      inWork.share(admission.job, personKey(wish.asker.chat, wish.asker.from));
      await this.#conclude(id, wish, { key: "press-already", params: {} });
      return;
    }
    // It is in line, whatever is noted of that.
    await attempt(this.context.log, "A job is in line, and not noted", async () =>
      this.context.journal.note(id, { queued: true }),
    );
    if (admission.place > 0) board.show(id, waiting(admission.place, admission.estimateSeconds), null);
    if (choice !== null) await this.#number(id, wish, choice, seen);
  }

  /** Forgotten or withdrawn while the photo, the video or the song was on its way: nothing of it stays. */
  async #isCalledOff(id: string): Promise<boolean> {
    return this.#withdrawn.has(id) || (await this.context.journal.get(id)) === null;
  }

  async #sendKnown(id: string, wish: ClipWish, clip: ClipRecord): Promise<void> {
    const { chat } = wish.asker;
    const own = await this.parts.endings.letGo(this.#endingOf(id, wish));
    const place = own === null || portOf(this.context, chat).replaces !== true ? {} : { instead: own.id };
    const arrived = await this.parts.resends.send(id, { asker: wish.asker, clip, after: wish.after, ...place });
    await this.parts.endings.withClip(this.#endingOf(id, wish), arrived);
    return this.#leave(id);
  }

  #begin(id: string, { asker: { chat, from } }: ClipWish, choice: Choice, ourChoice: boolean): void {
    this.parts.inWork.add(id, { chat: chatKey(chat), person: personKey(chat, from), choice, ourChoice });
  }

  /** Tells the faces' numbers while the clip is being made. */
  async #number(id: string, { asker }: ClipWish, choice: Choice, { photo, look }: SeenPhoto): Promise<void> {
    const user = personKey(asker.chat, asker.from);
    const numbered = { place: placeOf(asker), photo, choice, texts: textsOf(asker), user, event: id };
    await this.parts.strips.show(numbered, look?.strip);
  }

  /** Says what is in the way, and offers the other faces. Where there is no other, the photo is of no use to anybody. */
  async #excuse(id: string, wish: ClipWish, { photo }: SeenPhoto, obstacle: UserErrorCode): Promise<void> {
    const choice = { ...wish, photo: photo.id, face: wish.face ?? photo.prominent ?? 0 };
    const others = otherFacesKeyboard(choice, photo.faces, this.context.gestures);
    this.ended(id);
    await this.#conclude(id, wish, errorText(obstacle), others);
    if (others.length === 0) await this.#release(photo.id);
  }

  /** Its person has been answered; a photo that cannot be removed just now goes when its time is over. */
  async #release(photo: string): Promise<void> {
    await attempt(this.context.log, "A photo of no use stays", async () => this.context.store.photos.release(photo));
  }

  async #findClip(wish: ClipWish, photo: PhotoRecord): Promise<ClipRecord | null> {
    const face = wish.face ?? photo.prominent;
    if (face === null) return null;
    return this.context.store.clips.find(clipKeyOf(this.context, wish.asker, { ...wish, photo: photo.id, face }));
  }

  async #enqueue(id: string, wish: ClipWish, photo: PhotoRecord): Promise<Admission> {
    const { chat, from } = wish.asker;
    const address: Address = { ...placeOf(wish.asker), ...(wish.after === undefined ? {} : { after: wish.after }) };
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

  /** It ends in words. */
  async #conclude(id: string, wish: ClipWish, text: Text, keyboard: Keyboard = []): Promise<void> {
    await this.parts.endings.inWords(this.#endingOf(id, wish), text, keyboard);
    await this.#close(id);
  }

  async #drop(id: string, wish: ClipWish): Promise<void> {
    await this.parts.endings.inSilence(this.#endingOf(id, wish));
    return this.#leave(id);
  }

  #endingOf(id: string, { asker, after }: ClipWish): Ending {
    return { id, user: personKey(asker.chat, asker.from), place: placeOf(asker), texts: textsOf(asker), after };
  }

  async #leave(id: string): Promise<void> {
    this.ended(id);
    return this.#close(id);
  }

  async #close(id: string): Promise<void> {
    await this.context.journal.close(id);
  }
}

/** What a chat's platform asks of a clip's size; null for no more than the encoder does. */
function clipLimit(context: Context, asker: Pick<Asker, "chat" | "maxClipBytes">): number | null {
  const limit = Math.min(portOf(context, asker.chat).maxClipBytes, asker.maxClipBytes ?? Number.POSITIVE_INFINITY);
  return limit >= USUAL_CLIP_BYTES ? null : limit;
}

/** The clip that somebody would get of a choice. */
export function clipKeyOf(
  context: Context,
  asker: Pick<Asker, "chat" | "maxClipBytes">,
  { photo, face, framing, original, gesture, level }: Choice,
): ClipKey {
  const { engine } = context.policy;
  const maxBytes = clipLimit(context, asker);
  return { photo, face, framing, original, gesture, strength: strengthOf(level), maxBytes, engine };
}

/** "You are number 3 in line, about 20 seconds." */
export function waiting(place: number, estimateSeconds: number): Text {
  return { key: "status-waiting", params: { place, ...roundTime(estimateSeconds) } };
}
