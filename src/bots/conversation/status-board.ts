import type { Clock } from "../../clock.ts";
import type { Text, Texts } from "../../texts/texts.ts";
import { write } from "../../texts/texts.ts";
import type { Activity, ChatPort, MessageRef } from "../port/chat-port.ts";

/** Between two changes of one status message, unless the port says otherwise: platforms count them. */
export const EDIT_EVERY_MS = 4000;

interface Line {
  readonly port: ChatPort;
  readonly texts: Texts;
  readonly message: MessageRef;
  shown: string;
  /** What should be shown; differs from `shown` until the next change. */
  wanted: string;
  /** How far the work is that it tells of, 0..100. */
  percent: number | null;
  changedAt: number;
  changing: Promise<void> | null;
  callOff: (() => void) | null;
  activity: Activity | null;
  stopActivity: (() => void) | null;
  released: boolean;
}

/** The status messages of everything in work: each is changed only when what it says changes, and every 4 s at most. */
export class StatusBoard {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly clock: Clock) {}

  /** Takes charge of a message that shows `text` (or, after a restart, something unknown). Does nothing for a known id. */
  track(id: string, port: ChatPort, message: MessageRef, texts: Texts, text: Text | null): void {
    if (this.#lines.has(id)) return;
    const shown = text === null ? "" : write(texts, text);
    this.#lines.set(id, {
      port,
      texts,
      message,
      shown,
      wanted: shown,
      percent: null,
      changedAt: text === null ? 0 : this.clock.now(),
      changing: null,
      callOff: null,
      activity: null,
      stopActivity: null,
      released: false,
    });
  }

  /** The message that it is in charge of. */
  messageOf(id: string): MessageRef | undefined {
    return this.#lines.get(id)?.message;
  }

  /** Shows `text` as soon as that is allowed, unless something newer comes until then. */
  show(id: string, text: Text, activity: Activity | null): void {
    const line = this.#lines.get(id);
    if (line === undefined) return;
    this.#beActive(line, activity);
    line.wanted = write(line.texts, text);
    line.percent = text.key === "status-rendering" ? Number(text.params.percent) : null;
    this.#schedule(line);
  }

  /** Lets go of a message and waits for a change that is on its way, so that nothing is written after what comes next. */
  async release(id: string): Promise<void> {
    const line = this.#lines.get(id);
    if (line === undefined) return;
    this.#lines.delete(id);
    line.callOff?.();
    line.callOff = null;
    line.released = true;
    this.#beActive(line, null);
    await line.changing;
  }

  /** Lets go of all messages. */
  async close(): Promise<void> {
    await Promise.all([...this.#lines.keys()].map(async (id) => this.release(id)));
  }

  #beActive(line: Line, activity: Activity | null): void {
    if (line.activity === activity) return;
    line.stopActivity?.();
    line.activity = activity;
    line.stopActivity = activity === null ? null : line.port.busy(line.message.chat, activity);
  }

  #schedule(line: Line): void {
    if (line.released || line.wanted === line.shown || line.changing !== null || line.callOff !== null) return;
    const wait = line.changedAt + (line.port.editEveryMs ?? EDIT_EVERY_MS) - this.clock.now();
    if (wait <= 0) {
      this.#change(line);
      return;
    }
    line.callOff = this.clock.after(wait, () => {
      line.callOff = null;
      if (line.wanted !== line.shown) this.#change(line);
    });
  }

  #change(line: Line): void {
    const text = line.wanted;
    line.changing = line.port
      .edit(line.message, { text, mayDrop: true, ...(line.percent !== null && { percent: line.percent }) })
      // A status that cannot be changed is a pity; the clip is what counts, and its sending tells what is wrong.
      .catch(() => undefined)
      .then(() => {
        line.shown = text;
        line.changedAt = this.clock.now();
        line.changing = null;
        this.#schedule(line);
      });
  }
}
