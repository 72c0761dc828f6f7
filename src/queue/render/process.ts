import { type ChildProcess, fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ownProgram } from "../../own-program.ts";
import type { Sticker } from "../../pipeline/sticker/sticker.ts";
import type { ExportedClip, Original } from "../../pipeline/video/export.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import {
  type ConvertOptions,
  type Look,
  type LookOptions,
  type Rendered,
  type RenderOptions,
  type RenderRequest,
  StudioFailed,
} from "../contract/studio.ts";
import { watchMemory } from "./memory.ts";
import {
  type Able,
  type Converted,
  causeFrom,
  type FromWorker,
  type Looked,
  type Made,
  type Order,
  slicesOf,
  type ToWorker,
} from "./messages.ts";
import { folderIn } from "./scratch.ts";
import type { Purpose } from "./work.ts";

const PROGRAM = ownProgram("./worker", import.meta.url);
/** How long cancelled work may take to notice before its process is ended. */
const CANCEL_GRACE_MS = 2000;
/** A process keeps about so many photos in its memory. */
const REMEMBERED = 8;
const KEPT_STDERR = 2000;
const STRANGE_ANSWER = "A render process answered what it was not asked";

export interface RenderProcessOptions {
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

type Answer = Looked | Made | Converted | Able;

interface Task {
  readonly options: RenderOptions;
  /** What has come of the bytes that are too large for one message. */
  readonly parts: Uint8Array[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Has glibc give freed pictures back at once; left to itself it keeps a third of a process's memory for later ones. */
const GIVING_BACK = { MALLOC_ARENA_MAX: "2", MALLOC_MMAP_THRESHOLD_: "1048576", MALLOC_TRIM_THRESHOLD_: "1048576" };

/**
 * One render process, warm between jobs, one job at a time. A process of its own, because native code that crashes takes its
 * whole process with it, and because a thread that hangs in native code cannot be stopped.
 */
export class RenderProcess {
  readonly #child: ChildProcess;
  readonly #options: RenderProcessOptions;
  #task: Task | null = null;
  #stderr = "";
  #alive = true;
  #healthy = true;
  #memory = 0;
  /** Ids of photos, the last one first. */
  #remembered: readonly string[] = [];
  readonly #gone: Promise<void>;

  constructor(options: RenderProcessOptions) {
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

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** False once it has died, was ended, or threw something unexpected: then another one should do the next job. */
  get usable(): boolean {
    return this.#alive && this.#healthy;
  }

  /** Resident memory after the last job in bytes. */
  get memory(): number {
    return this.#memory;
  }

  /** Looks at one photo; as `Studio.look`, with a crash rejected at once. */
  async look(photo: Uint8Array, { signal, ...wanted }: LookOptions): Promise<Look> {
    const options = signal === undefined ? {} : { signal };
    const { answer, bytes } = await this.#perform({ kind: "look", ...wanted }, photo, options);
    if (answer.kind !== "looked") throw new Error(STRANGE_ANSWER);
    return { ...answer.look, reduced: bytes.length === 0 ? null : bytes };
  }

  /** Makes one clip; as `Studio.render`, with a crash rejected at once. */
  async render({ photo, ...request }: RenderRequest, options: RenderOptions): Promise<Rendered> {
    this.#remember(request.id);
    const { answer, bytes } = await this.#perform({ kind: "render", request }, photo, options);
    if (answer.kind !== "rendered") throw new Error(STRANGE_ANSWER);
    return { ...answer.rendered, clip: { ...answer.rendered.clip, mp4: bytes } };
  }

  /** Makes another clip of one; as `Studio.convert`, with a crash rejected at once. */
  async convert({ mp4, ...clip }: Original, { signal, ...wanted }: ConvertOptions): Promise<ExportedClip> {
    const options = signal === undefined ? {} : { signal };
    const { answer, bytes } = await this.#perform({ kind: "convert", clip, ...wanted }, mp4, options);
    if (answer.kind !== "converted" || answer.clip.format === "sticker") throw new Error(STRANGE_ANSWER);
    return { ...answer.clip, format: answer.clip.format, bytes };
  }

  /** Makes a sticker; as `Studio.sticker`, with a crash rejected at once. */
  async sticker({ photo, ...request }: RenderRequest, options: RenderOptions): Promise<Sticker> {
    this.#remember(request.id);
    const { answer, bytes } = await this.#perform({ kind: "sticker", request }, photo, options);
    if (answer.kind !== "converted" || answer.clip.format !== "sticker") throw new Error(STRANGE_ANSWER);
    return { ...answer.clip, format: "sticker", bytes };
  }

  async products(): Promise<readonly Product[]> {
    const { answer } = await this.#perform({ kind: "products" }, new Uint8Array(0), {});
    if (answer.kind !== "able") throw new Error(STRANGE_ANSWER);
    return answer.products;
  }

  #remember(id: string | undefined): void {
    if (id === undefined) return;
    this.#remembered = [id, ...this.#remembered.filter((other) => other !== id)].slice(0, REMEMBERED);
  }

  /** Whether the photo with this id is among those that it was given last. */
  remembers(photo: string): boolean {
    return this.#remembered.includes(photo);
  }

  /** Has it drop what it keeps of photos. */
  forget(photos: readonly string[]): void {
    this.#remembered = this.#remembered.filter((id) => !photos.includes(id));
    void this.#send({ kind: "forget", photos });
  }

  async #perform(order: Order, given: Uint8Array, options: RenderOptions) {
    if (this.#task !== null) throw new Error("A render process does one job at a time");
    options.signal?.throwIfAborted();
    const { clock } = this.#options;
    let callOffGrace: () => void = () => undefined;
    const onAbort = () => {
      void this.#send({ kind: "cancel" });
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
      return { answer, bytes: Buffer.concat(parts) };
    } finally {
      this.#task = null;
      callOffLimits();
      callOffGrace();
      options.signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Ends work that takes too long or too much memory. Returns a function that lifts the limits. */
  #limit({ kind }: Order): () => void {
    const { clock, timeLimitMs, mostMemory } = this.#options;
    const callOffTime = clock.after(timeLimitMs, () => {
      const slow = kind === "look" ? new UserError("tooMuchTime") : null;
      this.#stop(slow ?? new StudioFailed("timeout", `Rendering took longer than ${timeLimitMs} ms`));
    });
    const { pid } = this.#child;
    const endWatch =
      pid === undefined
        ? () => undefined
        : watchMemory(pid, mostMemory, clock, () => {
            this.#stop(new UserError("tooMuchMemory"));
          });
    return () => {
      callOffTime();
      endWatch();
    };
  }

  /** Bytes slice by slice, each as soon as the one before is on its way, so that chats are heard in between. */
  async #give(order: Order, bytes: Uint8Array): Promise<void> {
    for (const slice of slicesOf(bytes)) await this.#send(slice);
    await this.#send(order);
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
  async #send(message: ToWorker): Promise<void> {
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
      case "converted":
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
