import { attempt } from "../../attempt.ts";
import { Owed } from "../../owed.ts";
import type { JobEvent } from "../../queue/contract/job.ts";
import type { JournalEntry } from "../../store/journal.ts";
import { write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError, type ChatPort, type ChatRef, type Platform, personKey } from "../port/chat-port.ts";
import { Apologies, type Heard, heard } from "./apologies.ts";
import { ClipDelivery } from "./clip-delivery.ts";
import { ClosingJournal } from "./closing-journal.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import { EffectRunner } from "./effect-runner.ts";
import { Endings } from "./endings.ts";
import { eventSchema } from "./event-schema.ts";
import { FaceStrips } from "./face-strips.ts";
import { FactFinder, type Speaker } from "./fact-finder.ts";
import { Gate } from "./gate.ts";
import { Greetings } from "./greetings.ts";
import { InWork } from "./in-work.ts";
import { Intake } from "./intake.ts";
import { type KnownClip, knownClips } from "./known-clips.ts";
import { LeftOvers, tellLeftOver } from "./left-over.ts";
import { Looks } from "./looks.ts";
import { Loops } from "./loops.ts";
import { MovementDesk } from "./movement-desk.ts";
import { notesOf, notesSchema, statusMessage } from "./notes.ts";
import { type Reading, readingFor } from "./reading.ts";
import { reduce } from "./reduce.ts";
import { Requests } from "./requests.ts";
import { Resends } from "./resends.ts";
import { Retries } from "./retries.ts";
import { SeenMarks } from "./seen-marks.ts";
import { SentDesk } from "./sent-desk.ts";
import { StatusBoard } from "./status-board.ts";
import { Talk } from "./talk.ts";

const HOUR_MS = 3_600_000;
/** Platforms tell of an event again within a day, or never. */
const REMEMBER_EVENTS_MS = 48 * HOUR_MS;
/** Whoever asked so long ago, of a bot that was switched off meanwhile, does not wait for the answer any more. */
const ANSWER_WITHIN_MS = 7 * 24 * HOUR_MS;
const TIDY_EVERY_MS = HOUR_MS;

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
  readonly #apologies: Apologies;
  readonly #talk: Talk;
  readonly #marks: SeenMarks;
  private readonly context: Context;
  #callOffTidying: () => void = () => undefined;
  /** What is being dealt with right now. */
  readonly #underWay = new Set<Promise<void>>();

  constructor(given: Omit<Context, "owed" | "loops">) {
    const owed = new Owed(given.clock, given.log);
    const loops = new Loops(given);
    const context: Context = { ...given, journal: new ClosingJournal(given.journal, owed), owed, loops };
    this.context = context;
    const inWork = new InWork();
    this.#talk = new Talk(context.clock);
    this.#facts = new FactFinder(context, inWork, this.#talk);
    this.#retries = new Retries(context.clock, (id) => this.#begin(async () => this.#tryAgain(id)));
    this.#board = new StatusBoard(context.clock);
    this.#apologies = new Apologies(context, this.#board);
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
    this.#marks = new SeenMarks(context);
    const endings = new Endings(context, board, this.#marks);
    const greetings = new Greetings(context, board, this.#marks);
    const sent = new SentDesk(context, board);
    const parts = { board, endings, greetings, gate, leftOvers, intake, strips, resends, inWork, sent };
    this.#requests = new Requests(context, parts);
    const requests = this.#requests;
    const talk = this.#talk;
    const movements = new MovementDesk(context);
    this.#runner = new EffectRunner(context, { board, requests, leftOvers, resends, strips, talk, movements });
    this.#delivery = new ClipDelivery(context, { board, endings, greetings, requests, strips });
  }

  /** Connects a platform: its port, the answers to its jobs, and what an earlier process did not finish there. */
  async connect(port: ChatPort): Promise<void> {
    if (this.context.ports.size === 0) await this.#tidy();
    this.context.ports.set(port.platform, port);
    this.context.queue.on(port.platform, async (event) => this.#tell(event));
    const { loops } = port;
    if (loops !== undefined) this.#begin(async () => this.context.loops.prepare(loops));
    await this.#takeUp(port.platform);
  }

  /**
   * Takes an event. Resolves as soon as it is on disk, which is when the platform may forget it; the work goes on behind.
   * The same event again is ignored. Rejects when it cannot be written down, and says so: once, however often the platform tells of it.
   */
  async handle(event: ChatEvent): Promise<void> {
    try {
      const isNew = await this.context.journal.open(event.id, personKey(event.chat, event.from), event);
      this.#apologies.canHear();
      if (isNew) this.#begin(async () => this.#deal(event));
    } catch (error) {
      void this.#apologies.sayUnheard(event);
      throw error;
    }
  }

  /**
   * Lets in a photo that a platform is about to be sent, or says why not, before a byte of it is read. Once let in, hand it over
   * to `handle` under this id with `photo.expected`, or call `expectNoMore`.
   */
  async expect({ id, bytes, ...asker }: ExpectedPhoto): Promise<string | null> {
    const refusal = this.refusalFor(asker);
    if (refusal !== null) return refusal;
    const why = await this.#gate.enter(id, { asker, photo: { owner: personKey(asker.chat, asker.from), bytes } });
    return why && write(textsOf(asker), why);
  }

  /** Whether the operator lets somebody use the bot there; else what to tell them. */
  refusalFor(asker: Speaker): string | null {
    return this.#facts.isAllowed(asker) ? null : textsOf(asker).say("not-allowed", { chat: asker.chat.id });
  }

  /** What people can read before they send anything: how Keepsake is used, what is kept and by whom, what clips are. */
  reading(asker: Speaker): Reading {
    return readingFor(this.context, asker);
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
  async recentClips(asker: Speaker, limit: number): Promise<readonly KnownClip[]> {
    return knownClips(this.context, asker, limit);
  }

  /** Waits for what is under way, `withinMs` at most; what is not done by then is taken up at the next start. */
  async close(withinMs: number): Promise<void> {
    this.#leftOvers.close();
    this.#retries.close();
    this.context.owed.close();
    this.#callOffTidying();
    const late = new Promise<void>((resolve) => this.context.clock.after(withinMs, resolve));
    await Promise.race([Promise.all(this.#underWay), late]);
    await Promise.race([this.#board.close(), late]);
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
    const { queued, sent, status, withdrawn } = notesSchema.safeParse(notes).data ?? {};
    if (sent !== undefined || (withdrawn === true && queued !== true)) return this.#finish(event);
    const standing = queued === true ? await this.context.queue.standingOf(event.id) : "unknown";
    // A clip was asked for already: that is what must come of it, even if by now it could be had without a job.
    if (standing === "unknown") return this.#deal(event, status !== undefined);
    // The queue tells how it ends, unless it has ended and the process before that could be noted here.
    if (standing === "over") return this.#finish(event);
  }

  /** Forgets, once an hour, what was answered long ago, and what has become pointless to answer. */
  async #tidy(): Promise<void> {
    const { journal, clock, log, policy } = this.context;
    this.#callOffTidying = clock.after(TIDY_EVERY_MS, () => this.#begin(async () => this.#tidy()));
    const now = clock.now();
    // By then its clips are gone.
    this.#talk.sweep(now - policy.retentionHours * HOUR_MS);
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
    await this.#guard(heard(event), async () => {
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
      if (await this.#tryLater(event, error)) return;
      const refused = error instanceof ChatError;
      if (refused) this.context.log.info({ event: event.id, reason: error.message }, "could not answer");
      else this.context.log.error({ event: event.id, err: error }, "event failed");
      await this.#giveUp(event, !refused);
    }
  }

  /** Whether what failed is tried again: what a platform out of reach keeps from being answered, and what must be done. */
  async #tryLater(event: Heard, error: unknown): Promise<boolean> {
    if (error instanceof ChatError)
      return error.code === "unreachable" && !error.doubtful && this.#postpone(event, error.message);
    if (event.must !== true) return false;
    this.context.log.error({ event: event.id, err: error }, "event failed, and is tried again");
    if (!this.#retries.has(event.id)) await this.#apologies.say(event);
    return this.#postpone(event, "a failure of ours");
  }

  /** The journal keeps the event; what was begun for it is let go, and begins anew. False when nobody waits for it any more. */
  async #postpone({ id }: Heard, reason: string): Promise<boolean> {
    if ((await this.context.journal.get(id)) === null) return false;
    this.#requests.ended(id);
    await this.#gate.leave(id);
    await this.#board.release(id);
    this.context.log.info({ event: id, reason }, "could not answer yet");
    this.#retries.later(id);
    return true;
  }

  async #giveUp(event: Heard, apologise: boolean): Promise<void> {
    this.#requests.ended(event.id);
    await this.#gate.leave(event.id);
    if (event.kind === "photo" && event.replyTo !== undefined)
      void this.#marks.remove({ chat: event.chat, id: event.replyTo });
    // A process that ends in between answers it anew; people are told in any case.
    if (!apologise) await this.#board.release(event.id);
    else if (!(await this.#apologies.say(event)) && (await this.#postpone(event, "not even that it failed"))) return;
    this.#retries.ended(event.id);
    await this.context.journal.close(event.id);
  }

  /** The answer had arrived, or its job was withdrawn; the tidying up was left over. */
  async #finish(event: ChatEvent): Promise<void> {
    await this.#guard(heard(event), async () => {
      await this.context.queue.acknowledge(event.id);
      const notes = notesOf(await this.context.journal.get(event.id));
      const told = statusMessage(event.chat, notes);
      if (told !== null && told.id !== notes.sent) await portOf(this.context, told.chat).remove(told);
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
