import { attempt } from "../../attempt.ts";
import type { JobEvent } from "../../queue/contract/job.ts";
import type { JournalEntry } from "../../store/journal.ts";
import { write } from "../../texts/texts.ts";
import { ChatError, type ChatEvent, type ChatPort, type ChatRef, type Platform, personKey } from "../port/chat-port.ts";
import { ClipDelivery } from "./clip-delivery.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import { EffectRunner } from "./effect-runner.ts";
import { Endings } from "./endings.ts";
import { eventSchema, notesSchema } from "./event-schema.ts";
import { FaceStrips } from "./face-strips.ts";
import { FactFinder, type Speaker } from "./fact-finder.ts";
import { Gate } from "./gate.ts";
import { Greetings } from "./greetings.ts";
import { InWork } from "./in-work.ts";
import { Intake } from "./intake.ts";
import { LeftOvers, tellLeftOver } from "./left-over.ts";
import { Looks } from "./looks.ts";
import { reduce } from "./reduce.ts";
import { Requests } from "./requests.ts";
import { Resends } from "./resends.ts";
import { Retries } from "./retries.ts";
import { captionOf } from "./sender.ts";
import { StatusBoard } from "./status-board.ts";
import { Talk } from "./talk.ts";

/** Platforms tell of an event again within a day, or never. */
const REMEMBER_EVENTS_MS = 48 * 3_600_000;
/** Whoever asked so long ago, of a bot that was switched off meanwhile, does not wait for the answer any more. */
const ANSWER_WITHIN_MS = 7 * 24 * 3_600_000;
const TIDY_EVERY_MS = 3_600_000;

/** As much of an event as is needed to answer it. */
type Heard = Speaker & Pick<ChatEvent, "id" | "kind">;

/** A photo that is announced: who sends it, and how large it may be in bytes. */
export interface ExpectedPhoto extends Speaker {
  readonly id: string;
  readonly bytes: number;
}

/** What is asked of the bot on any platform, from the first photo to the last tap. */
export class Conversation {
  readonly #board: StatusBoard;
  readonly #facts: FactFinder;
  readonly #retries: Retries;
  readonly #requests: Requests;
  readonly #runner: EffectRunner;
  readonly #delivery: ClipDelivery;
  readonly #gate: Gate;
  readonly #leftOvers: LeftOvers;
  readonly #talk = new Talk();
  #callOffTidying: () => void = () => undefined;
  /** Events to which was said that nothing can be written down just now. */
  readonly #unheard = new Set<string>();
  /** What is being dealt with right now. */
  readonly #underWay = new Set<Promise<void>>();

  constructor(private readonly context: Context) {
    const inWork = new InWork();
    this.#facts = new FactFinder(context, inWork, this.#talk);
    this.#retries = new Retries(context.clock, (id) => this.#begin(async () => this.#tryAgain(id)));
    this.#board = new StatusBoard(context.clock);
    const looks = new Looks(context);
    const strips = new FaceStrips(context, looks);
    const intake = new Intake(context, this.#board, looks);
    this.#gate = new Gate(context);
    this.#leftOvers = new LeftOvers(context.clock, (photos) => {
      const [{ id, asker }] = photos;
      this.#begin(async () => this.#guard({ id, kind: "photo", ...asker }, async () => tellLeftOver(context, photos)));
    });
    const resends = new Resends(context);
    const [board, gate, leftOvers] = [this.#board, this.#gate, this.#leftOvers];
    const endings = new Endings(context, board);
    const greetings = new Greetings(context, board);
    const parts = { board, endings, greetings, gate, leftOvers, intake, strips, resends, inWork };
    this.#requests = new Requests(context, parts);
    const requests = this.#requests;
    this.#runner = new EffectRunner(context, { board, requests, leftOvers, resends, strips });
    this.#delivery = new ClipDelivery(context, { board, endings, greetings, requests, strips });
  }

  /** Connects a platform: its port, the answers to its jobs, and what an earlier process did not finish there. */
  async connect(port: ChatPort): Promise<void> {
    if (this.context.ports.size === 0) await this.#tidy();
    this.context.ports.set(port.platform, port);
    this.context.queue.on(port.platform, async (event) => this.#tell(event));
    await this.#takeUp(port.platform);
  }

  /**
   * Takes an event. Resolves as soon as it is on disk, which is when the platform may forget it; the work goes on behind.
   * The same event again is ignored. Rejects when it cannot be written down, and says so: once, however often the platform tells of it.
   */
  async handle(event: ChatEvent): Promise<void> {
    try {
      const isNew = await this.context.journal.open(event.id, personKey(event.chat, event.from), event);
      this.#unheard.clear();
      if (isNew) this.#begin(async () => this.#deal(event));
    } catch (error) {
      void this.#sayUnheard(event);
      throw error;
    }
  }

  /**
   * Lets in a photo that a platform is about to be sent, or says why not, before a byte of it is read. Once let in, hand it over
   * to `handle` under this id with `photo.expected`, or call `expectNoMore`.
   */
  async expect({ id, bytes, ...asker }: ExpectedPhoto): Promise<string | null> {
    const { chat, from } = asker;
    const texts = textsOf(asker);
    if (!this.#facts.isAllowed(asker)) return texts.say("not-allowed", { chat: chat.id });
    const why = await this.#gate.enter(id, { asker, photo: { owner: personKey(chat, from), bytes } });
    return why && write(texts, why);
  }

  /** A photo that was let in will not come. */
  async expectNoMore(id: string): Promise<void> {
    await this.#gate.leave(id);
  }

  /** Somebody has answered one of our messages: what hangs there is being talked about. */
  noteAnswer(chat: ChatRef, message: string, person: string): void {
    this.#talk.note(chat, message, person);
  }

  /** The newest clips that a person asked for and the platform has a copy of, for sharing. */
  async recentClips(event: Pick<ChatEvent, "chat" | "from">, limit: number) {
    const texts = textsOf(event);
    const clips = await this.context.store.clips.recentOf(personKey(event.chat, event.from), limit);
    return clips.flatMap((clip) => {
      const sent = clip.files[`${event.chat.platform}:clip`];
      return sent === undefined ? [] : [{ id: clip.id, sent, title: captionOf(this.context, clip, [], texts) }];
    });
  }

  /** Waits for what is under way, `withinMs` at most; what is not done by then is taken up at the next start. */
  async close(withinMs: number): Promise<void> {
    this.#leftOvers.close();
    this.#retries.close();
    this.#callOffTidying();
    const late = new Promise<void>((resolve) => this.context.clock.after(withinMs, resolve));
    await Promise.race([Promise.all(this.#underWay), late]);
    await Promise.race([this.#board.close(), late]);
  }

  async #sayUnheard(event: ChatEvent): Promise<void> {
    if (event.kind === "gone" || event.kind === "moved" || this.#unheard.has(event.id)) return;
    this.#unheard.add(event.id);
    const port = portOf(this.context, event.chat);
    const text = textsOf(event).say("error-bug");
    const saying = event.kind === "press" ? port.answer(event.press, text) : port.say({ chat: event.chat }, { text });
    await saying.catch((error: unknown) =>
      this.context.log.warn({ event: event.id, err: error }, "could not apologise"),
    );
  }

  async #takeUp(platform: Platform): Promise<void> {
    for (const entry of await this.context.journal.pending()) {
      const { data } = eventSchema.safeParse(entry.event);
      if (data === undefined) await this.context.journal.close(entry.id);
      else if (data.chat.platform === platform) this.#begin(async () => this.#goOn(data, entry.notes));
    }
  }

  /** Once more an event whose platform could not be reached; unless it has been answered, or its person withdrew it. */
  async #tryAgain(id: string): Promise<void> {
    const entry = await this.context.journal.get(id);
    const event = entry === null ? undefined : eventSchema.safeParse(entry.event).data;
    if (entry === null || event === undefined) this.#retries.ended(id);
    else await this.#goOn(event, entry.notes);
  }

  /** Takes up an event where it was left. */
  async #goOn(event: ChatEvent, notes: JournalEntry["notes"]): Promise<void> {
    const { queued, sent, status } = notesSchema.safeParse(notes).data ?? {};
    if (sent !== undefined) return this.#finish(event, status === sent ? undefined : status);
    // A clip was asked for already: that is what must come of it, even if by now it could be had without a job.
    if (queued !== true) return this.#deal(event, status !== undefined);
  }

  /** Forgets, once an hour, what was answered long ago, and what has become pointless to answer. */
  async #tidy(): Promise<void> {
    const { journal, clock, log } = this.context;
    this.#callOffTidying = clock.after(TIDY_EVERY_MS, () => this.#begin(async () => this.#tidy()));
    const now = clock.now();
    await attempt(log, "The journal could not be tidied", async () =>
      journal.sweep(now - REMEMBER_EVENTS_MS, now - ANSWER_WITHIN_MS),
    );
  }

  #begin(work: () => Promise<void>): void {
    const running = work()
      .catch((error: unknown) => this.context.log.error({ err: error }, "work of the conversation failed"))
      .finally(() => this.#underWay.delete(running));
    this.#underWay.add(running);
  }

  async #deal(event: ChatEvent, again = false): Promise<void> {
    await this.#guard(event, async () => {
      const facts = await this.#facts.gather(event);
      const effects = reduce(event, again ? { ...facts, clip: null } : facts);
      const outcome = await this.#runner.run(event, effects);
      if (outcome === "answered") await this.context.journal.close(event.id);
    });
  }

  /** Everything that goes wrong ends here: nobody waits for an answer that will not come, and nobody else notices. */
  async #guard(event: Heard, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#retries.ended(event.id);
    } catch (error) {
      const refused = error instanceof ChatError;
      const isLate = refused && error.code === "unreachable" && !error.doubtful;
      if (isLate && (await this.#postpone(event, error))) return;
      if (refused) this.context.log.info({ event: event.id, reason: error.message }, "could not answer");
      else this.context.log.error({ event: event.id, err: error }, "event failed");
      await this.#giveUp(event, !refused);
    }
  }

  /** The journal keeps the event; what was begun for it is let go, and begins anew. False when nobody waits for it any more. */
  async #postpone({ id }: Heard, { message }: ChatError): Promise<boolean> {
    if ((await this.context.journal.get(id)) === null) return false;
    this.#requests.ended(id);
    await this.#gate.leave(id);
    await this.#board.release(id);
    this.context.log.info({ event: id, reason: message }, "could not answer yet");
    this.#retries.later(id);
    return true;
  }

  async #giveUp(event: Heard, apologise: boolean): Promise<void> {
    try {
      this.#retries.ended(event.id);
      this.#requests.ended(event.id);
      await this.#gate.leave(event.id);
      await this.#board.release(event.id);
      const { status } = notesSchema.parse((await this.context.journal.get(event.id))?.notes ?? {});
      // Where nothing can be written, the next start tries once more; people are told all the same.
      await attempt(this.context.log, "An event that failed stays open", async () =>
        this.context.journal.close(event.id),
      );
      if (!apologise || event.kind === "gone" || event.kind === "moved") return;
      const port = portOf(this.context, event.chat);
      const text = textsOf(event).say("error-bug");
      if (status !== undefined) await port.edit({ chat: event.chat, id: status }, { text });
      else await port.say({ chat: event.chat }, { text });
    } catch (error) {
      const reason = error instanceof ChatError ? { reason: error.message } : { err: error };
      this.context.log.warn({ event: event.id, ...reason }, "could not apologise");
    }
  }

  /** The clip had arrived, the tidying up had not. */
  async #finish(event: ChatEvent, status: string | undefined): Promise<void> {
    await this.#guard(event, async () => {
      await this.context.queue.acknowledge(event.id);
      if (status !== undefined) await portOf(this.context, event.chat).remove({ chat: event.chat, id: status });
      await this.context.journal.close(event.id);
    });
  }

  /** Tells of a job. For answers the queue must know whether they got through; for the others nobody cares. */
  async #tell(event: JobEvent): Promise<void> {
    await this.#delivery.tell(event).catch((error: unknown) => {
      const reason = error instanceof ChatError ? { reason: error.message } : { err: error };
      this.context.log.warn({ job: event.job.id, kind: event.kind, ...reason }, "job's news did not get through");
    });
  }
}
