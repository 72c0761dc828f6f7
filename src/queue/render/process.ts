import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clock } from "../../clock.ts";
import { UserError } from "../../errors.ts";
import { ownProgram } from "../../own-program.ts";
import type { AnimateOptions, AnimateRequest } from "../../pipeline/request.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { type Rendered, RenderFailed } from "./renderer.ts";

const PROGRAM = ownProgram("./worker", import.meta.url);
/** How long a cancelled render may take to notice before its process is ended. */
const CANCEL_GRACE_MS = 2000;
const KEPT_STDERR = 2000;

export interface RenderProcessOptions {
  /** Address (`file:` URL) of the module that exports `openPipeline`. */
  readonly module: string;
  /** The variables that the process sees: where to find programs; never a token. */
  readonly environment: Readonly<Record<string, string>>;
  /** A folder in which the process gets one of its own for temporary files, removed with the process. */
  readonly scratch: string;
  /** A render that takes longer is stopped. */
  readonly timeLimitMs: number;
  readonly clock: Clock;
}

interface Task {
  readonly options: AnimateOptions;
  readonly resolve: (rendered: Rendered) => void;
  readonly reject: (error: unknown) => void;
}

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
  readonly #gone: Promise<void>;

  constructor(options: RenderProcessOptions) {
    this.#options = options;
    const folder = mkdtempSync(join(options.scratch, "render-"));
    this.#child = fork(fileURLToPath(PROGRAM.url), [options.module], {
      serialization: "advanced",
      execArgv: [...PROGRAM.execArgv],
      // Away from the operator's `.env`, too.
      cwd: folder,
      env: { ...options.environment, TMPDIR: folder, TEMP: folder, TMP: folder },
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

  /** Does one job; as `Renderer.render`, with a crash rejected at once. */
  async render(request: AnimateRequest, options: AnimateOptions): Promise<Rendered> {
    if (this.#task !== null) throw new Error("A render process does one job at a time");
    options.signal?.throwIfAborted();
    const { clock, timeLimitMs } = this.#options;
    let callOffGrace: () => void = () => undefined;
    const onAbort = () => {
      this.#send({ kind: "cancel" });
      callOffGrace = clock.after(CANCEL_GRACE_MS, () => {
        this.#stop(options.signal?.reason);
      });
    };
    const callOffLimit = clock.after(timeLimitMs, () => {
      this.#stop(new RenderFailed("timeout", `Rendering took longer than ${timeLimitMs} ms`));
    });
    options.signal?.addEventListener("abort", onAbort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#task = { options, resolve, reject };
        this.#send({ kind: "render", request });
      });
    } finally {
      this.#task = null;
      callOffLimit();
      callOffGrace();
      options.signal?.removeEventListener("abort", onAbort);
    }
  }

  /** Ends the process at once, and whatever it started; resolves when it is gone. */
  end(): Promise<void> {
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

  #send(message: ToWorker): void {
    if (!this.#child.connected) return;
    // A channel that breaks meanwhile is noticed by the end of the process.
    this.#child.send(message, () => undefined);
  }

  #heard(message: FromWorker): void {
    const task = this.#task;
    if (task === null) return;
    switch (message.kind) {
      case "progress":
        task.options.onProgress?.(message.stage, message.done);
        return;
      case "done":
        this.#memory = message.memory;
        task.resolve(message.rendered);
        return;
      case "userError":
        task.reject(new UserError(message.code, message.params));
        return;
      case "cancelled":
        task.reject(task.options.signal?.reason);
        return;
      case "bug":
        this.#healthy = false;
        task.reject(Object.assign(new RenderFailed("bug", message.message), { stack: message.stack }));
    }
  }

  #stop(reason: unknown): void {
    this.#task?.reject(reason);
    void this.end();
  }

  #died(message: string): void {
    this.#alive = false;
    this.#task?.reject(new RenderFailed("crash", message));
  }
}
