import { CallFailed } from "../call-failed.ts";

/** A photo on its way from this browser. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly file: Blob;
  /** An address in this browser that shows it, where it can be shown. */
  readonly preview: string | null;
  /** It is sent when the server has it, and there when the chat shows it. */
  readonly state: "waiting" | "sending" | "sent" | "there" | "failed";
  /** Why it has failed, or waits. */
  readonly why: CallFailed | null;
}

/** What photos have in common that were added together. */
export function batchOf(id: string): string {
  return id.replace(/_\d+$/, "");
}

/** What the queue works with. */
export interface QueueParts {
  /** Posts a photo; rejects with `CallFailed`. */
  readonly post: (upload: Upload) => Promise<void>;
  /** Calls back after so many ms; returns how to call that off. */
  readonly later: (ms: number, then: () => void) => () => void;
  readonly onChange: (uploads: readonly Upload[]) => void;
  readonly newId: () => string;
}

const AGAIN_MS = 5000;
/** What time mends: the connection, a server that starts, a line that is full. */
const PASSING: readonly CallFailed["reason"][] = ["unreachable", "away", "tooMany", "full"];

/**
 * Photos that are chosen together go one after the other, in order. What cannot be sent just now waits for that; what never can
 * stays with its reason until it is taken out.
 */
export class UploadQueue {
  #uploads: readonly Upload[] = [];
  #sending = false;
  #callOff: () => void = () => undefined;

  constructor(private readonly parts: QueueParts) {}

  /** Puts photos at the end of the line. */
  add(photos: readonly Pick<Upload, "file" | "name" | "preview">[]): void {
    const batch = this.parts.newId();
    const added = photos.map((photo, i): Upload => ({ ...photo, id: `${batch}_${i}`, state: "waiting", why: null }));
    this.#set([...this.#uploads, ...added]);
    this.goOn();
  }

  /** Puts something in line that cannot be sent, so that its reason is seen. */
  addFailed(name: string, why: CallFailed): void {
    const failed = { id: this.parts.newId(), name, file: new Blob([]), preview: null, state: "failed", why } as const;
    this.#set([...this.#uploads, failed]);
  }

  /** Takes a photo out. One that is being sent may arrive all the same. */
  remove(id: string): void {
    this.#set(this.#uploads.filter((upload) => upload.id !== id));
  }

  /** Tries one again that has failed. */
  again(id: string): void {
    this.#change(id, { state: "waiting", why: null });
    this.goOn();
  }

  /** Told whose photos the chat shows. */
  arrived(ids: ReadonlySet<string>): void {
    for (const { id, state } of this.#uploads)
      if (state === "sent" && ids.has(id)) this.#change(id, { state: "there" });
  }

  /** Sends what waits: the connection may be back. */
  goOn(): void {
    this.#callOff();
    const next = this.#uploads.find(({ state }) => state === "waiting");
    if (this.#sending || next === undefined) return;
    this.#sending = true;
    this.#change(next.id, { state: "sending", why: null });
    void this.#send(next).then((goesOn) => {
      this.#sending = false;
      if (goesOn) this.goOn();
      else this.#callOff = this.parts.later(AGAIN_MS, () => this.goOn());
    });
  }

  async #send(upload: Upload): Promise<boolean> {
    try {
      await this.parts.post(upload);
      this.#change(upload.id, { state: "sent" });
      return true;
    } catch (error) {
      const why = error instanceof CallFailed ? error : new CallFailed("strange");
      const passes = PASSING.includes(why.reason);
      this.#change(upload.id, { state: passes ? "waiting" : "failed", why });
      return !passes;
    }
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#set(this.#uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  #set(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    this.parts.onChange(uploads);
  }
}
