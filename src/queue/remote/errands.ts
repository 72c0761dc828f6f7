import { randomBytes } from "node:crypto";
import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import type { Logger } from "pino";
import { attempt } from "../../attempt.ts";
import { type Clock, pause } from "../../clock.ts";
import { KEPT } from "../contract/studio.ts";
import { PURPOSES, type Purpose } from "../render/purpose.ts";
import type { CarriedOut, TaskOptions } from "../render/studio-by-orders.ts";
import { checkedAnswer } from "./answer-check.ts";
import { type AnswerParcel, errorOf, type OrderParcel, pack, unpack } from "./parcels.ts";
import { type Call, KEYS, type News, newsSchema, PARCEL_MS, queueName, type Task } from "./protocol.ts";
import { queueNamed, removeQueue } from "./queues.ts";
import { type Connections, insist, reasonOf } from "./redis.ts";
import { openParcel, type Sealing, sealParcel } from "./sealing.ts";

/** News can be lost with a connection: what is under way is asked after, too. */
const ASK_EVERY_MS = 2000;
/** A worker stops what takes too long by itself, the reel of an album after half an hour; this is for one that cannot. */
const LONGEST_MS = 40 * 60_000;

/** Nothing will come of an attempt: the worker is gone, or Redis has forgotten what it was. Somebody else can try. */
export class ErrandLost extends Error {
  override readonly name = "ErrandLost";
  /** @param died the worker ended, or froze, with this in its hands. */
  constructor(
    readonly died: boolean,
    message: string,
  ) {
    super(message);
  }
}

export interface ErrandsParts {
  readonly connections: Connections;
  readonly sealing: Sealing;
  readonly clock: Clock;
  readonly log: Pick<Logger, "error">;
  readonly isGone: (worker: string) => boolean;
}

/** Where an errand is. */
interface Underway {
  readonly name: string;
  readonly attempt: string;
  readonly kind: Purpose;
  readonly worker: string;
  readonly key: Buffer;
}

interface Open extends Underway {
  readonly since: number;
  readonly options: TaskOptions;
  /** The answer is there, or none will come. */
  readonly settle: (lost: ErrandLost | null) => void;
}

/** What is in work with workers. Whatever a worker says of an attempt that is not the latest is not heard. */
export class Errands {
  readonly #parts: ErrandsParts;
  readonly #redis: Redis;
  readonly #open = new Map<string, Open>();
  readonly #queues = new Map<string, Queue>();
  readonly #end = new AbortController();

  constructor(parts: ErrandsParts) {
    this.#parts = parts;
    this.#redis = parts.connections.commands;
    parts.connections.channels.on("message", (channel: string, text: string) => {
      if (channel === KEYS.news) this.#hear(text);
    });
  }

  start(): void {
    void this.#askRegularly();
    // It is subscribed again with every connection; one that is closed before has nothing to hear.
    this.#parts.connections.channels.subscribe(KEYS.news).catch(() => undefined);
  }

  /**
   * Has a worker carry an order out. Rejects as `Studio` does, and with `ErrandLost` when nothing will come of it. What came of it
   * stays in Redis until `settle`.
   */
  async run(
    worker: string,
    kind: Purpose,
    name: string,
    parcel: OrderParcel,
    options: TaskOptions,
  ): Promise<CarriedOut> {
    const of = { name, attempt: randomBytes(12).toString("base64url") };
    const { key, wrapped } = await this.#parts.sealing.newKey(of);
    const sealed = await sealParcel(key, "order", of, pack(parcel));
    options.signal?.throwIfAborted();
    const underway = { ...of, kind, worker, key };
    try {
      await this.#handOver(underway, wrapped, sealed);
    } catch (error) {
      throw new ErrandLost(false, `Redis did not take an order: ${reasonOf(error)}`);
    }
    return this.resume(underway, options);
  }

  async #handOver({ name, attempt: id, kind, worker }: Underway, wrapped: string, sealed: Buffer): Promise<void> {
    const task: Task = { name, attempt: id, key: wrapped };
    const results = await this.#redis
      .multi()
      .set(KEYS.order(name, id), sealed, "PX", PARCEL_MS)
      .del(KEYS.errand(name))
      .hset(KEYS.errand(name), { ...task, kind, worker })
      .pexpire(KEYS.errand(name), PARCEL_MS)
      .exec();
    for (const [error] of results ?? []) if (error !== null) throw error;
    await this.#queueFor(kind, worker).add(kind, task, { jobId: jobIdOf(task) });
  }

  /** What an earlier process has given to a worker under this name, and waits there or is being done; null where nothing is. */
  async underway(name: string): Promise<Underway | null> {
    const { attempt: id = "", kind, worker = "", key = "" } = await this.#redis.hgetall(KEYS.errand(name));
    if (id === "" || worker === "") return null;
    const of = { name, attempt: id };
    const unwrapped = await this.#parts.sealing.unwrap(key, of).catch(() => null);
    return unwrapped === null ? null : { ...of, kind: kind as Purpose, worker, key: unwrapped };
  }

  /** What came of a named errand is kept elsewhere now. */
  settle(name: string): void {
    void attempt(this.#parts.log, "What is done stays in Redis until it expires there", async () => {
      const id = await this.#redis.hget(KEYS.errand(name), "attempt");
      await this.#redis.del(KEYS.errand(name), ...(id === null ? [] : [KEYS.answer(name, id), KEYS.order(name, id)]));
    });
  }

  /** Tells all workers something; who does not hear it finds out with its next heartbeat, or has forgotten with its connection. */
  call(call: Call): void {
    void attempt(this.#parts.log, "The workers could not be told", async () => {
      await this.#redis.publish(KEYS.calls, await this.#parts.sealing.sealNote("call", call));
    });
  }

  /** Removes the queues of a worker that is gone for good. */
  async removeQueues(worker: string): Promise<void> {
    for (const kind of PURPOSES) {
      const queue = this.#queueFor(kind, worker);
      this.#queues.delete(queue.name);
      await removeQueue(queue);
    }
  }

  /** What is under way goes on with the workers. */
  async close(): Promise<void> {
    this.#end.abort();
    for (const open of this.#open.values()) open.settle(new ErrandLost(false, "The studio was closed"));
    await Promise.allSettled([...this.#queues.values()].map(async (queue) => queue.close()));
  }

  /** Waits for what is under way, as `run` does. */
  async resume(underway: Underway, options: TaskOptions): Promise<CarriedOut> {
    const { signal } = options;
    const { name } = underway;
    let onAbort = (): void => undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        onAbort = () => {
          if (signal?.reason !== KEPT) this.#callOff(underway);
          reject(signal?.reason as Error);
        };
        const settle = (lost: ErrandLost | null): void => (lost === null ? resolve() : reject(lost));
        this.#open.set(name, { ...underway, options, settle, since: this.#parts.clock.now() });
        if (signal?.aborted === true) onAbort();
        else signal?.addEventListener("abort", onAbort, { once: true });
        // It may be done already, and the news long gone.
        void this.#askAfter(name);
      });
    } catch (error) {
      if (error instanceof ErrandLost && !this.#end.signal.aborted) this.#drop(underway);
      throw error;
    } finally {
      this.#open.delete(name);
      signal?.removeEventListener("abort", onAbort);
    }
    return this.#take(underway);
  }

  async #take(of: Underway): Promise<CarriedOut> {
    const { clock } = this.#parts;
    const sealed = await insist(
      async () => this.#redis.getBuffer(KEYS.answer(of.name, of.attempt)),
      clock,
      this.#end.signal,
    );
    if (sealed === null) throw new ErrandLost(false, "An answer has expired");
    const answer = await this.#read(of, sealed);
    if (answer.end === "done") return answer;
    // A failure is told at once, and needs no keeping.
    this.settle(of.name);
    throw errorOf(answer);
  }

  async #read(of: Underway, sealed: Buffer): Promise<AnswerParcel> {
    try {
      return checkedAnswer(of.kind, unpack(await openParcel(of.key, "answer", of, sealed)));
    } catch (error) {
      this.#parts.log.error({ err: error }, "What a worker answered cannot be right");
      throw new ErrandLost(true, "A worker gave a wrong answer");
    }
  }

  #hear(text: string): void {
    const news = newsIn(text);
    const open = news === null ? undefined : this.#open.get(news.name);
    if (news === null || open === undefined || open.attempt !== news.attempt) return;
    if (news.progress === undefined) open.settle(null);
    else open.options.onProgress?.(news.progress.stage, news.progress.done);
  }

  async #askRegularly(): Promise<void> {
    const { clock } = this.#parts;
    while (!this.#end.signal.aborted) {
      await pause(clock, ASK_EVERY_MS, this.#end.signal);
      // A connection that only listens would not notice that it is cut off.
      this.#parts.connections.channels.ping().catch(() => undefined);
      await Promise.all([...this.#open.keys()].map(async (name) => this.#askAfter(name)));
    }
  }

  /** Whether an errand is done, or will never be. While Redis does not answer nobody can tell. */
  async #askAfter(name: string): Promise<void> {
    const open = this.#open.get(name);
    if (open === undefined) return;
    const { worker, attempt: id, since, settle } = open;
    const results = await this.#redis
      .multi()
      .exists(KEYS.answer(name, id))
      .hget(KEYS.errand(name), "attempt")
      .pexpire(KEYS.errand(name), PARCEL_MS)
      .exec()
      .catch(() => null);
    const [isDone, current] = (results ?? []).map(([error, value]) => (error === null ? value : undefined));
    if (isDone === 1) settle(null);
    else if (current === null) settle(new ErrandLost(false, "Redis has lost what was given to a worker"));
    else if (isDone === undefined) return;
    else if (this.#parts.isGone(worker)) settle(new ErrandLost(true, "A worker is gone with its work"));
    else if (this.#parts.clock.now() - since > LONGEST_MS)
      settle(new ErrandLost(true, "A worker does not come to an end"));
  }

  #callOff(underway: Underway): void {
    const { name, attempt: id } = underway;
    this.call({ call: "stop", name, attempt: id });
    this.#drop(underway, KEYS.errand(name));
  }

  /** Removes what nobody will ask for any more. */
  #drop({ name, attempt: id, kind, worker }: Underway, ...keys: readonly string[]): void {
    void attempt(this.#parts.log, "What is no longer wanted stays in Redis until it expires there", async () => {
      await this.#redis.del(KEYS.order(name, id), KEYS.answer(name, id), ...keys);
      await this.#queueFor(kind, worker).remove(jobIdOf({ name, attempt: id }));
    });
  }

  #queueFor(kind: Purpose, worker: string): Queue {
    const name = queueName(kind, worker);
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    const queue = queueNamed(name, this.#redis);
    // Commands say themselves what went wrong.
    queue.on("error", () => undefined);
    this.#queues.set(name, queue);
    return queue;
  }
}

function jobIdOf({ name, attempt: id }: Pick<Underway, "name" | "attempt">): string {
  return `${name}-${id}`;
}

function newsIn(text: string): News | null {
  try {
    return newsSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
