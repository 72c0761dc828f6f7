import { type Job as BullJob, Worker } from "bullmq";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import { type Clock, pause } from "../../clock.ts";
import type { Stage } from "../../pipeline/request.ts";
import type { Studio } from "../contract/studio.ts";
import { carryOut } from "../render/carry-out.ts";
import { PURPOSES, type Purpose, photoOf } from "../render/purpose.ts";
import { type AnswerParcel, endOf, type OrderParcel, pack, unpack } from "./parcels.ts";
import {
  type Announcement,
  callSchema,
  HEARTBEAT_MS,
  KEYS,
  type News,
  PARCEL_MS,
  PREFIX,
  PROTOCOL,
  queueName,
  type Task,
  taskSchema,
} from "./protocol.ts";
import { queueNamed, removeQueue } from "./queues.ts";
import { type Connections, insist } from "./redis.ts";
import { openParcel, type Sealing, sealParcel } from "./sealing.ts";

/** Delivers an answer if it is still wanted: KEYS errand, answer; ARGV attempt, answer, how long it is kept, channel, news. */
const DELIVER = `
if redis.call('HGET', KEYS[1], 'attempt') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1`;

/** Says by Redis' own clock that somebody is there: KEYS heard, said; ARGV who, what. */
const BEAT = `
local t = redis.call('TIME')
redis.call('ZADD', KEYS[1], t[1] * 1000 + math.floor(t[2] / 1000), ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])`;

export interface WorkerServiceParts {
  readonly connections: Connections;
  /** Opens a connection that may wait for long, one for each queue. */
  readonly waitingConnection: () => Redis;
  readonly sealing: Sealing;
  readonly studio: Studio;
  /** Clips at once, >= 1. */
  readonly places: number;
  /** Not used before: a name starts with nothing in hand. */
  readonly id: string;
  readonly host: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
}

interface InHand {
  readonly task: Task;
  readonly stop: AbortController;
}

/** Carries out what the bot sends over Redis. Keeps nothing but what its studio keeps warm, and that only while it can hear the bot. */
export class WorkerService {
  readonly #parts: WorkerServiceParts;
  readonly #redis: Redis;
  readonly #inHand = new Set<InHand>();
  readonly #end = new AbortController();
  readonly #known = new Set<string>();
  #queues: readonly Worker[] = [];
  #products: readonly string[] = [];
  #done = 0;
  #failed = 0;
  #leaving = false;

  constructor(parts: WorkerServiceParts) {
    this.#parts = parts;
    this.#redis = parts.connections.commands;
  }

  /** Says that it is there and takes work; resolves when Redis has heard it. */
  async start(): Promise<void> {
    this.#products = await this.#parts.studio.products();
    await this.#listen();
    this.#queues = PURPOSES.map((kind) => this.#open(kind));
    await Promise.all(this.#queues.map(async (queue) => queue.waitUntilReady()));
    await this.#beat();
    void this.#beatRegularly();
  }

  /** Takes nothing more; resolves when what is in hand is done, or after `withinMs`, when it goes elsewhere. */
  async stop(withinMs: number): Promise<void> {
    this.#leaving = true;
    const { clock, log, id } = this.#parts;
    void attempt(log, "The bot could not be told that this worker ends", async () => this.#beat());
    const paused = Promise.all(this.#queues.map(async (queue) => queue.pause()));
    await Promise.race([paused, pause(clock, withinMs)]);
    this.#end.abort();
    for (const { stop } of this.#inHand) stop.abort();
    await attempt(log, "This worker could not sign off", async () => {
      await this.#redis.multi().zrem(KEYS.heard, id).hdel(KEYS.said, id).exec();
      await Promise.allSettled(this.#queues.map(async (queue) => queue.close(true)));
      for (const { name } of this.#queues) await removeQueue(queueNamed(name, this.#redis));
    });
  }

  #open(kind: Purpose): Worker {
    const { places, id, log } = this.#parts;
    const queue = new Worker(queueName(kind, id), async (job) => this.#take(kind, job), {
      connection: this.#parts.waitingConnection(),
      prefix: PREFIX,
      concurrency: kind === "render" ? places : 1,
      // The bot sees by itself who is gone, and each queue has one worker only.
      skipStalledCheck: true,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    queue.on("error", (error) => log.warn({ reason: error.name }, "A queue cannot be read"));
    return queue;
  }

  async #take(kind: Purpose, { data }: BullJob): Promise<void> {
    const task = taskSchema.parse(data);
    const inHand: InHand = { task, stop: new AbortController() };
    this.#inHand.add(inHand);
    try {
      const { sealing } = this.#parts;
      const key = await sealing.unwrap(task.key, task);
      const sealed = await this.#insist(async () => this.#redis.getBuffer(KEYS.order(task.name, task.attempt)));
      // It was called off, or went elsewhere.
      if (sealed === null) return;
      const parcel = unpack(await openParcel(key, "order", task, sealed)) as OrderParcel;
      const answer = await this.#carryOut(kind, parcel, inHand);
      if (answer !== null) await this.#deliver(task, key, answer);
    } catch (error) {
      this.#parts.log.error({ err: error }, "An order could not be carried out, or its answer not be delivered");
    } finally {
      this.#inHand.delete(inHand);
    }
  }

  async #carryOut(kind: Purpose, { order, given }: OrderParcel, { task, stop }: InHand): Promise<AnswerParcel | null> {
    const photo = photoOf(order);
    if (photo !== undefined) this.#known.add(photo);
    const onProgress = (stage: Stage, done: number): void => {
      this.#tell({ name: task.name, attempt: task.attempt, progress: { stage, done } });
    };
    try {
      const done = await carryOut(this.#parts.studio, order, given, { signal: stop.signal, onProgress });
      if (kind === "render") this.#done += 1;
      return { end: "done", ...done };
    } catch (error) {
      if (stop.signal.aborted) return null;
      if (kind === "render") this.#failed += 1;
      return endOf(error);
    }
  }

  async #deliver(task: Task, key: Buffer, answer: AnswerParcel): Promise<void> {
    const { name, attempt: id } = task;
    const sealed = await sealParcel(key, "answer", task, pack(answer));
    const news: News = { name, attempt: id };
    await this.#insist(async () =>
      this.#redis.eval(
        DELIVER,
        2,
        KEYS.errand(name),
        KEYS.answer(name, id),
        id,
        sealed,
        PARCEL_MS,
        KEYS.news,
        JSON.stringify(news),
      ),
    );
  }

  async #insist<T>(action: () => Promise<T>): Promise<T> {
    return insist(action, this.#parts.clock, this.#end.signal);
  }

  #tell(news: News): void {
    // Progress that is lost is no loss.
    this.#redis.publish(KEYS.news, JSON.stringify(news)).catch(() => undefined);
  }

  async #listen(): Promise<void> {
    const { channels } = this.#parts.connections;
    channels.on("message", (channel: string, text: string) => {
      if (channel === KEYS.calls) void this.#hear(text);
    });
    // What was said in the meantime was not heard: nothing that might have been forgotten is kept.
    channels.on("close", () => this.#forgetAll());
    await channels.subscribe(KEYS.calls);
  }

  async #hear(text: string): Promise<void> {
    const parsed = callSchema.safeParse(await this.#parts.sealing.openNote("call", text));
    if (!parsed.success) return;
    const { data: call } = parsed;
    if (call.call === "forget") {
      for (const photo of call.photos) this.#known.delete(photo);
      this.#parts.studio.forget(call.photos);
      return;
    }
    for (const { task, stop } of this.#inHand) {
      if (task.name === call.name && task.attempt === call.attempt) stop.abort();
    }
  }

  #forgetAll(): void {
    this.#parts.studio.forget([...this.#known]);
    this.#known.clear();
  }

  async #beatRegularly(): Promise<void> {
    const { clock, connections } = this.#parts;
    while (!this.#end.signal.aborted) {
      await pause(clock, HEARTBEAT_MS, this.#end.signal);
      // While Redis is away nobody hears it; the next one may be heard.
      await this.#beat().catch(() => undefined);
      // A connection that only listens would not notice that it is cut off.
      connections.channels.ping().catch(() => undefined);
    }
  }

  async #beat(): Promise<void> {
    const { id, sealing } = this.#parts;
    const said = await sealing.sealNote(`worker ${id}`, this.#announcement());
    await this.#redis.eval(BEAT, 2, KEYS.heard, KEYS.said, id, said);
    await Promise.all([...this.#inHand].map(async (inHand) => this.#stopIfUnwanted(inHand)));
  }

  /** A call to stop can be lost, and whoever was frozen has missed that its work went elsewhere. */
  async #stopIfUnwanted({ task, stop }: InHand): Promise<void> {
    if ((await this.#redis.hget(KEYS.errand(task.name), "attempt")) !== task.attempt) stop.abort();
  }

  #announcement(): Announcement {
    const { host, version, places } = this.#parts;
    const [products, done, failed, leaving] = [[...this.#products], this.#done, this.#failed, this.#leaving];
    return { host, pid: process.pid, protocol: PROTOCOL, version, places, products, done, failed, leaving };
  }
}
