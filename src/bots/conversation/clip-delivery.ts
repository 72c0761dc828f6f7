import type { Job, JobEvent } from "../../queue/contract/job.ts";
import type { ClipRecord, PhotoRecord } from "../../store/record-types.ts";
import { localeOf } from "../../texts/locales.ts";
import { errorText, type Text, textsFor } from "../../texts/texts.ts";
import { type Activity, ChatError, type ChatPort, type Keyboard, type Place } from "../port/chat-port.ts";
import { type Address, addressSchema } from "./address.ts";
import { levelOf } from "./choice.ts";
import { type Context, portOf } from "./context.ts";
import type { Ending, Endings } from "./endings.ts";
import type { FaceStrips, Numbered } from "./face-strips.ts";
import type { Greetings } from "./greetings.ts";
import { otherFacesKeyboard } from "./keyboard.ts";
import { notesOf } from "./notes.ts";
import type { Requests } from "./requests.ts";
import { waiting } from "./requests.ts";
import { placeOf, placeOfClip, refusalOf, tryToSend } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";
import { secondsLeft, type UnderWay } from "./time-left.ts";

type Done = Extract<JobEvent, { kind: "done" }>;
type Failed = Extract<JobEvent, { kind: "failed" }>;

/** So often a clip is sent of which nobody can tell whether it arrived: it may then be there as often. */
const MOST_DOUBTS = 3;

/** What bringing clips goes through. */
export interface DeliveryParts {
  readonly board: StatusBoard;
  readonly endings: Endings;
  readonly greetings: Greetings;
  readonly requests: Requests;
  readonly strips: FaceStrips;
}

/** Tells people how their jobs are getting on, and brings them the clips. */
export class ClipDelivery {
  /** Messages of clips that are out, by job: where nothing can be written, the journal does not know of them. */
  readonly #sent = new Map<string, string>();
  /** Jobs that are being made, for telling how long they will take. */
  readonly #underWay = new Map<string, UnderWay>();

  constructor(
    private readonly context: Context,
    private readonly parts: DeliveryParts,
  ) {}

  /** What the queue's listener does. Rejects when an answer did not get through: the queue tells it again later. */
  async tell(event: JobEvent): Promise<void> {
    const { job } = event;
    const address = addressSchema.parse(job.address);
    switch (event.kind) {
      case "waiting":
        await this.#show(job, address, waiting(event.place, event.estimateSeconds), null);
        return;
      case "started":
        this.#underWay.set(job.id, { since: this.context.clock.now(), estimateSeconds: event.estimateSeconds });
        await this.#showProgress(job, address, 0);
        return;
      case "progress":
        await this.#showProgress(job, address, event.percent);
        return;
      case "cancelled":
        await this.parts.endings.inSilence(endingOf(job, address));
        await this.#close(job);
        return;
      case "done":
        await this.#answer(job, address, async (doubts) => this.#bring(job, address, event, doubts));
        return;
      case "failed":
        await this.#answer(job, address, async () => this.#apologise(job, address, event));
        return;
    }
  }

  async #showProgress(job: Job, address: Address, percent: number): Promise<void> {
    const { clock } = this.context;
    const work = this.#underWay.get(job.id) ?? { since: clock.now(), estimateSeconds: 0 };
    const seconds = secondsLeft(work, percent, clock.now());
    await this.#show(job, address, { key: "status-rendering", params: { seconds } }, "rendering", Math.round(percent));
  }

  async #show(job: Job, address: Address, text: Text, activity: Activity | null, percent?: number): Promise<void> {
    // Known already, unless the process was started anew.
    if (!this.parts.board.knows(job.id)) await this.parts.greetings.takeUp(job.id, job.locale, address);
    this.parts.board.show(job.id, text, activity, percent);
  }

  /** Delivers once: what the journal knows to be sent is not sent again. `send` is told how often it may have been sent. */
  async #answer(job: Job, address: Address, send: (doubts: number) => Promise<void>): Promise<void> {
    const { sent, doubts = 0 } = notesOf(await this.context.journal.get(job.id));
    try {
      if (sent === undefined && !this.#sent.has(job.id)) await send(doubts);
    } catch (error) {
      await this.parts.board.release(job.id);
      if (!(error instanceof ChatError) || error.code !== "gone") throw error;
      this.context.log.info({ job: job.id }, "nobody there to answer");
    }
    await this.context.queue.acknowledge(job.id);
    const notes = notesOf(await this.context.journal.get(job.id));
    await this.parts.endings.withClip(endingOf(job, address), notes.sent ?? this.#sent.get(job.id) ?? null);
    await this.#close(job);
  }

  async #bring(job: Job, address: Address, result: Done, doubts: number): Promise<void> {
    const clip = await this.context.store.clips.get(result.clip);
    const photo = await this.context.store.photos.get(job.photo);
    if (clip === null || photo === null) return this.#endInWords(job, address, { key: "press-gone", params: {} });
    if (photo.takenDown) return this.#endInWords(job, address, { key: "press-is-down", params: {} });
    if (doubts >= MOST_DOUBTS) {
      this.context.log.warn({ job: job.id, doubts }, "nobody can tell whether a clip arrived");
      return this.#endInWords(job, address, { key: "clip-unsure", params: {} });
    }
    const { port } = this.#parts(job, address);
    if (port.silentMs === undefined) await this.#show(job, address, SENDING, "sending");
    const faces = photo.faces ?? result.faces;
    const numbered = this.#numbered(job, address, { ...photo, faces }, result);
    // Before its clip, also when the process that should have shown it has ended.
    if (port.silentMs === undefined) await this.parts.strips.show(numbered);
    const refused = await this.#send(job, address, { clip, photo: { ...photo, faces }, doubts });
    if (refused === null) {
      if (port.silentMs !== undefined) await this.parts.strips.show(numbered);
      return;
    }
    this.context.log.warn({ job: job.id, reason: refused.message }, "clip not taken");
    await this.#endInWords(job, address, refusalOf(refused));
  }

  async #send(
    job: Job,
    address: Address,
    { clip, photo, doubts }: { readonly clip: ClipRecord; readonly photo: PhotoRecord; readonly doubts: number },
  ): Promise<ChatError | null> {
    const place = await this.#placeOfClip(job, address);
    const locale = localeOf(job.locale);
    const { after } = address;
    const sending = { place, after, clip, photo, locale, user: job.user, event: job.id, asFile: false };
    const onSent = (message: string) => {
      this.#sent.set(job.id, message);
    };
    return tryToSend(this.context, { ...sending, onSent }).catch(async (error: unknown) => {
      if (error instanceof ChatError && error.doubtful) await this.context.journal.note(job.id, { doubts: doubts + 1 });
      throw error;
    });
  }

  /** Where a clip takes another message's place, nothing may be written into that any more. */
  async #placeOfClip(job: Job, address: Address): Promise<Place> {
    const { port } = this.#parts(job, address);
    if (port.replaces !== true) return placeOf(address);
    const told = await this.parts.endings.letGo(endingOf(job, address));
    // Where this chat is closed to us, the talk goes on where we could say so.
    const place = placeOf(told === null ? address : { ...address, chat: told.chat });
    return placeOfClip(place, address.after, told?.id);
  }

  #numbered(job: Job, address: Address, photo: PhotoRecord, { face }: Done): Numbered {
    const { framing, gesture, user } = job;
    const choice = { photo: photo.id, face, framing, gesture, level: levelOf(job.strength) };
    return { place: placeOf(address), photo, choice, texts: this.#parts(job, address).texts, user, event: job.id };
  }

  async #apologise(job: Job, address: Address, failed: Failed): Promise<void> {
    if (failed.code === "bug") this.context.log.warn({ job: job.id }, "apologising for a failed job");
    const text: Text = failed.code === "photoGone" ? { key: "press-gone", params: {} } : errorText(failed.code);
    const photo = await this.context.store.photos.get(job.photo);
    const faces = photo?.faces ?? [];
    const { framing, gesture } = job;
    const choice = { photo: job.photo, face: job.face ?? 0, framing, gesture, level: levelOf(job.strength) };
    const keyboard = failed.code === "bug" ? [] : otherFacesKeyboard(choice, faces, this.context.gestures);
    await this.#endInWords(job, address, text, keyboard);
  }

  async #endInWords(job: Job, address: Address, text: Text, keyboard: Keyboard = []): Promise<void> {
    const sent = await this.parts.endings.inWords(endingOf(job, address), text, keyboard);
    await this.context.journal.note(job.id, { sent });
  }

  async #close(job: Job): Promise<void> {
    this.parts.requests.ended(job.id);
    await this.context.journal.close(job.id);
    this.#sent.delete(job.id);
    this.#underWay.delete(job.id);
  }

  #parts(job: Job, address: Address) {
    const port: ChatPort = portOf(this.context, address.chat);
    return { port, texts: textsFor(localeOf(job.locale), address.chat.platform) };
  }
}

const SENDING: Text = { key: "status-sending", params: {} };

function endingOf(job: Job, address: Address): Ending {
  const texts = textsFor(localeOf(job.locale), address.chat.platform);
  return { id: job.id, user: job.user, place: placeOf(address), texts, after: address.after };
}
