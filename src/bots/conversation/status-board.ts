import type { Clock } from "../../clock.ts";
import type { Text, Texts } from "../../texts/texts.ts";
import { write } from "../../texts/texts.ts";
import type { Activity, ChatPort, Keyboard, MessageRef, Place } from "../port/chat-port.ts";

/** Between two changes of one status message, unless the port says otherwise: platforms count them. */
export const EDIT_EVERY_MS = 4000;

/** How somebody is told how their request is getting on. */
export interface StatusLine {
  readonly port: ChatPort;
  readonly texts: Texts;
  /** Where the first word goes, if there must be one. */
  readonly place: Place;
  /** The message that tells it; null while nothing has been said. */
  readonly message: MessageRef | null;
  /** That message shows a clip, and what is told stands under it. */
  readonly captioned?: boolean;
  /** What the message says; null for something unknown, or when there is none. */
  readonly text: Text | null;
  /** The buttons that stay under it. */
  readonly keyboard?: Keyboard;
  /** Called when a first word has been said. */
  readonly onSaid?: (message: MessageRef) => Promise<void>;
}

interface Line extends Omit<StatusLine, "message"> {
  message: MessageRef | null;
  shown: string;
  /** What should be shown; differs from `shown` until the next change. */
  wanted: string;
  /** What `wanted` was written from. */
  means: Text | null;
  /** How far the work is that it tells of, 0..100. */
  percent: number | null;
  shownPercent: number | null;
  /** Nothing is written before. */
  notBefore: number;
  changing: Promise<void> | null;
  callOff: (() => void) | null;
  activity: Activity | null;
  stopActivity: (() => void) | null;
  released: boolean;
}

/**
 * What is told about everything in work. Where people see by other signs that they were heard, nothing is said before that has
 * taken a while; then a message is changed only when what it says changes, and every 4 s at most.
 */
export class StatusBoard {
  readonly #lines = new Map<string, Line>();

  constructor(private readonly clock: Clock) {}

  /** Takes charge of what is told about a request. Does nothing for a known id. */
  track(id: string, line: StatusLine): void {
    if (this.#lines.has(id)) return;
    const { port, text, texts } = line;
    const shown = text === null ? "" : write(texts, text);
    const now = this.clock.now();
    const waits = port.silentMs ?? (text === null ? 0 : everyMs(port));
    this.#lines.set(id, {
      ...line,
      shown,
      wanted: shown,
      means: text,
      percent: null,
      shownPercent: null,
      notBefore: now + waits,
      changing: null,
      callOff: null,
      activity: null,
      stopActivity: null,
      released: false,
    });
  }

  knows(id: string): boolean {
    return this.#lines.has(id);
  }

  /** Shows `text` as soon as that is allowed, unless something newer comes until then. `percent` is how far the work is. */
  show(id: string, text: Text, activity: Activity | null, percent: number | null = null): void {
    const line = this.#lines.get(id);
    if (line === undefined) return;
    this.#beActive(line, activity);
    line.wanted = write(line.texts, text);
    line.means = text;
    line.percent = percent;
    this.#schedule(line);
  }

  /** Nobody can see by other signs that this was heard: it is said at once. */
  breakSilence(id: string): void {
    const line = this.#lines.get(id);
    if (line === undefined || line.message !== null) return;
    line.notBefore = 0;
    line.callOff?.();
    line.callOff = null;
    this.#schedule(line);
  }

  /** The request that a message tells of, or null. */
  requestOf({ chat, id }: MessageRef): string | null {
    for (const [request, { message }] of this.#lines)
      if (message !== null && message.id === id && message.chat.id === chat.id) return request;
    return null;
  }

  /**
   * Lets go of a request and waits for a change that is on its way, so that nothing is written after what comes next. Resolves with
   * the message that told of it; null when nothing was said, undefined when the request is not known.
   */
  async release(id: string): Promise<MessageRef | null | undefined> {
    const line = this.#lines.get(id);
    if (line === undefined) return undefined;
    this.#lines.delete(id);
    line.callOff?.();
    line.callOff = null;
    line.released = true;
    this.#beActive(line, null);
    await line.changing;
    return line.message;
  }

  /** Lets go of all messages. */
  async close(): Promise<void> {
    await Promise.all([...this.#lines.keys()].map(async (id) => this.release(id)));
  }

  #beActive(line: Line, activity: Activity | null): void {
    if (line.activity === activity) return;
    line.stopActivity?.();
    line.activity = activity;
    line.stopActivity = activity === null ? null : line.port.busy(line.place.chat, activity);
  }

  #schedule(line: Line): void {
    if (line.released || isTold(line) || line.changing !== null || line.callOff !== null) return;
    const wait = line.notBefore - this.clock.now();
    if (wait <= 0) {
      this.#change(line);
      return;
    }
    line.callOff = this.clock.after(wait, () => {
      line.callOff = null;
      if (!isTold(line)) this.#change(line);
    });
  }

  #change(line: Line): void {
    const { wanted, percent } = line;
    line.changing = this.#write(line)
      // A status that cannot be told is a pity; the clip is what counts, and its sending tells what is wrong.
      .catch(() => undefined)
      .then(() => {
        line.shown = wanted;
        line.shownPercent = percent;
        line.notBefore = this.clock.now() + everyMs(line.port);
        line.changing = null;
        this.#schedule(line);
      });
  }

  async #write(line: Line): Promise<void> {
    const { port, place, wanted: text, means, percent, message, keyboard, captioned, onSaid } = line;
    const words = { text, ...(means && { means }), ...(keyboard && { keyboard }) };
    if (message === null) {
      line.message = await port.say(place, words);
      await onSaid?.(line.message);
      return;
    }
    const change = { ...words, mayDrop: true, ...(captioned === true && { captioned }) };
    await port.edit(message, percent === null ? change : { ...change, percent });
  }
}

function everyMs({ editEveryMs }: ChatPort): number {
  return editEveryMs ?? EDIT_EVERY_MS;
}

/** Nothing new is to be said. Only platforms that draw how far the work is are told that, too. */
function isTold({ wanted, shown, percent, shownPercent, port }: Line): boolean {
  return wanted === shown && (port.editEveryMs === undefined || percent === null || percent === shownPercent);
}
