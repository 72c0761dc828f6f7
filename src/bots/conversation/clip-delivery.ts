import type { Job, JobEvent } from "../../queue/contract/job.ts";
import type { PhotoRecord } from "../../store/store.ts";
import { localeOf } from "../../texts/locales.ts";
import { type Text, textsFor, write } from "../../texts/texts.ts";
import { type Activity, ChatError, type ChatPort, type Keyboard, type Place } from "../port/chat-port.ts";
import { type Address, addressSchema } from "./address.ts";
import { isWanted } from "./arrivals.ts";
import { levelOf } from "./choice.ts";
import { type Context, portOf } from "./context.ts";
import { notesSchema } from "./event-schema.ts";
import type { FaceStrips, Numbered } from "./face-strips.ts";
import { otherFacesKeyboard } from "./keyboard.ts";
import type { Requests } from "./requests.ts";
import { waiting } from "./requests.ts";
import { placeOf, refusalOf, tryToSend } from "./sender.ts";
import type { StatusBoard } from "./status-board.ts";

type Done = Extract<JobEvent, { kind: "done" }>;
type Failed = Extract<JobEvent, { kind: "failed" }>;

/** So often a clip is sent of which nobody can tell whether it arrived: it may then be there as often. */
const MOST_DOUBTS = 3;

/** Tells people how their jobs are getting on, and brings them the clips. */
export class ClipDelivery {
  /** Messages of clips that are out, by job: where nothing can be written, the journal does not know of them. */
  readonly #sent = new Map<string, string>();

  constructor(
    private readonly context: Context,
    private readonly board: StatusBoard,
    private readonly requests: Requests,
    private readonly strips: FaceStrips,
  ) {}

  /** What the queue's listener does. Rejects when an answer did not get through: the queue tells it again later. */
  async tell(event: JobEvent): Promise<void> {
    const { job } = event;
    const address = addressSchema.parse(job.address);
    switch (event.kind) {
      case "waiting":
        this.#show(job, address, waiting(event.place, event.estimateSeconds), null);
        return;
      case "started":
        this.#show(job, address, rendering(0), "rendering");
        return;
      case "progress":
        this.#show(job, address, rendering(event.percent), "rendering");
        return;
      case "cancelled":
        await this.#clearUp(job, address);
        return;
      case "done":
        await this.#answer(job, address, async (doubts) => this.#bring(job, address, event, doubts));
        return;
      case "failed":
        await this.#answer(job, address, async () => this.#apologise(job, address, event));
        return;
    }
  }

  #show(job: Job, address: Address, text: Text, activity: Activity | null): void {
    const { port, texts, status } = this.#parts(job, address);
    // Known already, unless the process was started anew.
    this.board.track(job.id, port, status, texts, null);
    this.board.show(job.id, text, activity);
  }

  /** Delivers once: what the journal knows to be sent is not sent again. `send` is told how often it may have been sent. */
  async #answer(job: Job, address: Address, send: (doubts: number) => Promise<void>): Promise<void> {
    const { sent, doubts = 0 } = notesSchema.parse((await this.context.journal.get(job.id))?.notes ?? {});
    try {
      if (sent === undefined && !this.#sent.has(job.id)) await send(doubts);
    } catch (error) {
      await this.board.release(job.id);
      if (!(error instanceof ChatError) || error.code !== "gone") throw error;
      this.context.log.info({ job: job.id }, "nobody there to answer");
    }
    await this.context.queue.acknowledge(job.id);
    await this.#clearUp(job, address);
  }

  async #bring(job: Job, address: Address, result: Done, doubts: number): Promise<void> {
    const clip = await this.context.store.clips.get(result.clip);
    const photo = await this.context.store.photos.get(job.photo);
    if (clip === null || photo === null) {
      await this.#replaceStatus(job, address, { key: "press-gone", params: {} });
      return;
    }
    if (doubts >= MOST_DOUBTS) {
      this.context.log.warn({ job: job.id, doubts }, "nobody can tell whether a clip arrived");
      await this.#replaceStatus(job, address, { key: "clip-unsure", params: {} });
      return;
    }
    this.#show(job, address, { key: "status-sending", params: {} }, "sending");
    const faces = photo.faces ?? result.faces;
    // Before its clip, also when the process that should have shown it has ended.
    await this.strips.show(this.#numbered(job, address, { ...photo, faces }, result));
    const place = await this.#placeOfClip(job, address);
    const locale = localeOf(job.locale);
    const sending = { place, clip, photo: { ...photo, faces }, locale, user: job.user, event: job.id, asFile: false };
    const onSent = async (message: string) => {
      this.#sent.set(job.id, message);
      await this.context.journal.note(job.id, { sent: message });
    };
    const refused = await tryToSend(this.context, { ...sending, onSent }).catch(async (error: unknown) => {
      if (error instanceof ChatError && error.doubtful) await this.context.journal.note(job.id, { doubts: doubts + 1 });
      throw error;
    });
    if (refused === null) return;
    this.context.log.warn({ job: job.id, reason: refused.message }, "clip not taken");
    await this.#replaceStatus(job, address, refusalOf(refused));
  }

  /** Where a clip takes its status message's place, nothing may be written into that any more. */
  async #placeOfClip(job: Job, address: Address): Promise<Place> {
    if (portOf(this.context, address.chat).replaces !== true) return placeOf(address);
    await this.board.release(job.id);
    return { ...placeOf(address), instead: address.status };
  }

  #numbered(job: Job, address: Address, photo: PhotoRecord, { face }: Done): Numbered {
    const { framing, gesture, user } = job;
    const choice = { photo: photo.id, face, framing, gesture, level: levelOf(job.strength) };
    return { place: placeOf(address), photo, choice, texts: this.#parts(job, address).texts, user, event: job.id };
  }

  async #apologise(job: Job, address: Address, failed: Failed): Promise<void> {
    if (failed.code === "bug") this.context.log.warn({ job: job.id }, "apologising for a failed job");
    const text: Text =
      failed.code === "photoGone" ? { key: "press-gone", params: {} } : { key: `error-${failed.code}`, params: {} };
    const photo = await this.context.store.photos.get(job.photo);
    const faces = photo?.faces ?? [];
    const { framing, gesture } = job;
    const choice = { photo: job.photo, face: job.face ?? 0, framing, gesture, level: levelOf(job.strength) };
    const keyboard = failed.code === "bug" ? [] : otherFacesKeyboard(choice, faces, this.context.gestures);
    await this.#replaceStatus(job, address, text, keyboard);
  }

  /** The status message becomes the answer, and stays. */
  async #replaceStatus(job: Job, address: Address, text: Text, keyboard: Keyboard = []): Promise<void> {
    const { port, texts, status } = this.#parts(job, address);
    await this.board.release(job.id);
    const said = { text: write(texts, text), keyboard };
    await port.edit(status, said).catch(async (error: unknown) => {
      if (!(error instanceof ChatError) || error.code !== "noMessage") throw error;
      // It may be gone because its person asked to be forgotten.
      if (await isWanted(this.context, job.id)) await port.say(placeOf(address), said);
    });
    await this.context.journal.note(job.id, { sent: address.status });
  }

  /** The status message goes, unless it became the answer. */
  async #clearUp(job: Job, address: Address): Promise<void> {
    const notes = notesSchema.parse((await this.context.journal.get(job.id))?.notes ?? {});
    const { port, status } = this.#parts(job, address);
    const sent = notes.sent ?? this.#sent.get(job.id);
    this.requests.ended(job.id);
    await this.board.release(job.id);
    if (sent !== address.status) await port.remove(status).catch(() => undefined);
    await this.context.journal.close(job.id);
    this.#sent.delete(job.id);
  }

  #parts(job: Job, address: Address) {
    const port: ChatPort = portOf(this.context, address.chat);
    return {
      port,
      texts: textsFor(localeOf(job.locale), address.chat.platform),
      status: { chat: address.chat, id: address.status },
    };
  }
}

function rendering(percent: number): Text {
  return { key: "status-rendering", params: { percent: Math.round(percent) } };
}
