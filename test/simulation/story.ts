import type { Timeline } from "./timeline.ts";

/** What happened in a world, as a hash and, if somebody wants to read it, in words. */
export class Story {
  readonly lines: string[] = [];
  #hash = 0x811c9dc5;

  constructor(
    private readonly timeline: Timeline,
    private readonly told: boolean,
  ) {}

  tell(what: string): void {
    const line = `${this.timeline.now} ${what}`;
    for (let at = 0; at < line.length; at += 1) this.#hash = Math.imul(this.#hash ^ line.charCodeAt(at), 0x01000193);
    if (this.told) this.lines.push(`${clockTime(this.timeline.now)}  ${what}`);
  }

  /** The same for two runs in which the same happened at the same times. */
  get hash(): string {
    return (this.#hash >>> 0).toString(16).padStart(8, "0");
  }
}

/** `1:02:03.456` */
function clockTime(ms: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, "0");
  return `${Math.floor(ms / 3_600_000)}:${two((ms / 60_000) % 60)}:${((ms / 1000) % 60).toFixed(3).padStart(6, "0")}`;
}
