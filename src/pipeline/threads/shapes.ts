/** Of a list so many items are kept: the others are of the same kinds. */
const ITEMS = 4;
type Numbers = Uint8Array | Float32Array;

/** By name the last data, hollow. */
const kept = new Map<string, unknown>();

/**
 * Keeps the shapes of data that arrives again and again, as it does from other threads, and nothing of what it says: V8 throws away what it
 * has compiled for a kind of object when the last one of that kind is collected, and would compile it anew for each clip.
 */
export function keepShapes(name: string, data: readonly unknown[]): void {
  if (data.some((value) => typeof value === "object" && value !== null)) kept.set(name, hollow(data));
}

/** The same objects with the same keys in the same order, hence of the same kinds to V8, of which nothing can be learnt. */
export function hollow(value: unknown): unknown {
  // To V8 a whole number is of another kind than one with a fraction.
  if (typeof value === "number") return Number.isInteger(value) ? 0 : 0.5;
  if (typeof value === "string") return "";
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.slice(0, ITEMS).map(hollow);
  if (ArrayBuffer.isView(value)) return new (value.constructor as new (length: number) => Numbers)(0);
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) copy[key] = hollow(part);
  return copy;
}
