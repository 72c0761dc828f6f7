/** What can be bounded: maps and sets, which hold the oldest first. */
interface Remembered {
  readonly size: number;
  keys(): Iterable<string>;
  delete(key: string): boolean;
}

/** Forgets the oldest of what is remembered where it has become one more than `most`. */
export function keepNewest(memory: Remembered, most: number): void {
  const [oldest] = memory.keys();
  if (memory.size > most && oldest !== undefined) memory.delete(oldest);
}
