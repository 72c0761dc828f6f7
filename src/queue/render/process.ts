import { type ChildProcess, fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ownProgram } from "../../own-program.ts";
import { StudioFailed } from "../contract/studio.ts";
import { watchMemory } from "./memory.ts";
import { type Answer, causeFrom, type FromWorker, type Order, slicesOf, type ToWorker } from "./messages.ts";
import type { Purpose } from "./purpose.ts";
import { folderIn } from "./scratch.ts";
import type { CarriedOut, TaskOptions } from "./studio-by-orders.ts";

const PROGRAM = ownProgram("./worker", import.meta.url);
/** How long cancelled work may take to notice before its process is ended. */
const CANCEL_GRACE_MS = 2000;
const KEPT_STDERR = 2000;

export interface WorkerProcessOptions {
  /** Address (`file:` URL) of the module that exports `openWork`. */
  readonly module: string;
  /** The variables that the process sees: where to find programs; never a token. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder in which the process gets one of its own for temporary files, removed with the process. Made when absent. */
  readonly scratch: string;
  /** Work that takes longer is stopped. */
  readonly timeLimitMs: number;
  /** A process that holds more bytes while it works is ended. */
  readonly mostMemory: number;
  readonly purpose: Purpose;
  readonly clock: Clock;
}

interface Task {
  readonly options: TaskOptions;
  /** What has come of the bytes that are too large for one message. */
  readonly parts: Uint8Array[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** How many times as long an order may take as others of its purpose. */
function roomFor(order: Order): number {
  if (order.kind === "measure") return 2;
  return order.kind === "reel" ? order.scenes.length : 1;
}

/** What is wrong with a file that takes too long; null where that is our fault. */
function tooSlow({ kind }: Order): UserError | null {
  const sent = tooLarge(kind);
  if (sent !== null) return new UserError(sent);
  return kind === "look" ? new UserError("tooMuchTime") : null;
}

/** What is said of a video or a song that takes too much; null for all else. */
function tooLarge(kind: Order["kind"]): "videoTooLarge" | "soundTooLarge" | null {
  if (kind === "measure") return "videoTooLarge";
  return kind === "listen" ? "soundTooLarge" : null;
}

/** Has glibc give freed pictures back at once; left to itself it keeps a third of a process's memory for later ones. */
const GIVING_BACK = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "1048576", MALLOC_TRIM_THRESHOLD_: "1048576" };

/**
 * One render process, warm between jobs, one job at a time. A process of its own, because native code that crashes takes its
 * whole process with it, and because a thread that hangs in native code cannot be stopped.
 */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #options: WorkerProcessOptions;
  #task: Task | null = null;
  #stderr = "";
  #alive = true;
  #healthy = true;
  #memory = 0;
  readonly #gone: Promise<void>;

  constructor(options: WorkerProcessOptions) {
    this.#options = options;
    const folder = folderIn(options.scratch);
    this.#child = fork(fileURLToPath(PROGRAM.url), [options.module, options.purpose], {
      serialization: "advanced",
      execArgv: [...PROGRAM.execArgv],
      // Away from the operator's `.env`, too.
      cwd: folder,
      env: { ...GIVING_BACK, ...options.environment, TMPDIR: folder, TEMP: folder, TMP: folder },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      // Away from the terminal's Ctrl+C, and a group of its own, so that programs it started end with it.
      detached: process.platform !== "win32",
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-KEPT_STDERR);
    });
    this.#child.on("message", (message: FromWorker) => {
      this.#heard(message);
    });
    this.#child.on("error", (error) => {
      this.#died(`Render process cannot be reached: ${error.message}`);
    });
    this.#gone = new Promise((resolve) => {
      this.#child.on("close", (code, signal) => {
        this.#died(`Render process ended with ${signal ?? `status ${code}`}: ${this.#stderr.trim()}`);
        rm(folder, { recursive: true, force: true, maxRetries: 5 }).then(resolve, resolve);
      });
    });
  }

  /** False once it has died, was ended, or threw something unexpected: then another one should do the next job. */
  get usable(): boolean {
    return this.#alive && this.#healthy;
  }

  /** Resident memory after the last job in bytes. */
  get memory(): number {
    return this.#memory;
  }

  /** Carries one order out, which is about what is `given`. Rejects as `Studio` does, with a crash rejected at once. */
  async perform(order: Order, given: Uint8Array, options: TaskOptions): Promise<CarriedOut> {
    if (this.#task !== null) throw new Error("A render process does one job at a time");
    options.signal?.throwIfAborted();
    const { clock } = this.#options;
    let callOffGrace: () => void = () => undefined;
    const onAbort = () => {
      void this.tell({ kind: "cancel" });
      callOffGrace = clock.after(CANCEL_GRACE_MS, () => {
        this.#stop(options.signal?.reason);
      });
    };
    const callOffLimits = this.#limit(order);
    options.signal?.addEventListener("abort", onAbort, { once: true });
    const parts: Uint8Array[] = [];
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        this.#task = { options, parts, resolve, reject };
        void this.#give(order, given);
      });
      this.#memory = answer.memory;
      return { outcome: answer, bytes: Buffer.concat(parts) };
    } finally {
      this.#task = null;
      callOffLimits();
      callOffGrace();
      options.signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Ends work that takes too long or too much memory. Returns a function that lifts the limits. */
  #limit(order: Order): () => void {
    const { clock, mostMemory } = this.#options;
    const timeLimitMs = this.#options.timeLimitMs * roomFor(order);
    const callOffTime = clock.after(timeLimitMs, () => {
      this.#stop(tooSlow(order) ?? new StudioFailed("timeout", `Rendering took longer than ${timeLimitMs} ms`));
    });
    const { pid } = this.#child;
    const endWatch =
      pid === undefined
        ? () => undefined
        : watchMemory(pid, mostMemory, clock, () => {
            this.#stop(new UserError(tooLarge(order.kind) ?? "tooMuchMemory"));
          });
    return () => {
      callOffTime();
      endWatch();
    };
  }

  /** Bytes slice by slice, each as soon as the one before is on its way, so that chats are heard in between. */
  async #give(order: Order, bytes: Uint8Array): Promise<void> {
    for (const slice of slicesOf(bytes)) await this.tell(slice);
    await this.tell(order);
  }

  /** Ends the process at once, and whatever it started; resolves when it is gone. */
  async end(): Promise<void> {
    this.#alive = false;
    const { pid } = this.#child;
    try {
      if (pid !== undefined && process.platform !== "win32") process.kill(-pid, "SIGKILL");
    } catch {
      // Gone already.
    }
    this.#child.kill("SIGKILL");
    return this.#gone;
  }

  /** Resolves when the message has left; a channel that breaks meanwhile is noticed by the end of the process. */
  async tell(message: ToWorker): Promise<void> {
    if (!this.#child.connected) return;
    return new Promise((resolve) => {
      this.#child.send(message, () => {
        resolve();
      });
    });
  }

  #heard(message: FromWorker): void {
    const task = this.#task;
    if (task === null) return;
    switch (message.kind) {
      case "progress":
        task.options.onProgress?.(message.stage, message.done);
        return;
      case "bytes":
        task.parts.push(message.bytes);
        return;
      case "looked":
      case "rendered":
      case "cutOut":
      case "strung":
      case "converted":
      case "verified":
      case "measured":
      case "heard":
      case "able":
        task.resolve(message);
        return;
      case "userError":
        task.reject(new UserError(message.code, message.params, causeFrom(message.cause)));
        return;
      case "cancelled":
        task.reject(task.options.signal?.reason);
        return;
      case "bug":
        this.#healthy = false;
        task.reject(Object.assign(new StudioFailed("bug", message.message), { stack: message.stack }));
    }
  }

  #stop(reason: unknown): void {
    this.#task?.reject(reason);
    void this.end();
  }

  #died(message: string): void {
    this.#alive = false;
    this.#task?.reject(new StudioFailed("crash", message));
  }
}
