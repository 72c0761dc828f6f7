/** The maps and sets that were made while something was put together: the memory of what lives long. */
export class WatchedMaps {
  /** Each with the error that says where it was made: putting a stack into words takes long, and is seldom needed. */
  readonly #watched: { readonly map: Map<unknown, unknown> | Set<unknown>; readonly made: Error }[] = [];

  /** Does something that makes long-lived objects, all in one turn. */
  during<T>(build: () => T): T {
    const originals = { Map: globalThis.Map, Set: globalThis.Set };
    const watched = this.#watched;
    globalThis.Map = class<Key, Value> extends originals.Map<Key, Value> {
      constructor(entries?: Iterable<readonly [Key, Value]> | null) {
        super(entries);
        watched.push({ map: this, made: new Error("made") });
      }
    };
    globalThis.Set = class<Value> extends originals.Set<Value> {
      constructor(values?: Iterable<Value> | null) {
        super(values);
        watched.push({ map: this, made: new Error("made") });
      }
    };
    try {
      return build();
    } finally {
      Object.assign(globalThis, originals);
    }
  }

  /** Where in them one of these texts stands, in keys and in plain values; each with who made it, and the path that leads there. */
  placesOf(texts: readonly string[]): string[] {
    const isWanted = (value: string): boolean => texts.some((text) => value.includes(text));
    return this.#watched.flatMap(({ map, made }) =>
      [...map]
        .flatMap((entry) => pathsTo(isWanted, entry, 6))
        .map((path) => ({ path, maker: makerIn(made.stack) }))
        // The places in line are written into a new map each time.
        .filter(({ maker }) => maker !== "PlaceTeller")
        .map(({ path, maker }) => `${maker}: ${path}`),
    );
  }
}

/** Which class made it. */
function makerIn(stack = ""): string {
  return /at new (?!Map |Set )(\w+) /.exec(stack)?.[1] ?? "somebody";
}

function pathsTo(isWanted: (text: string) => boolean, value: unknown, depth: number): string[] {
  if (typeof value === "string") return isWanted(value) ? [value] : [];
  if (typeof value !== "object" || value === null || depth === 0) return [];
  if (value instanceof Map) return [...value].flatMap((entry) => pathsTo(isWanted, entry, depth - 1));
  if (value instanceof Set || Array.isArray(value)) {
    return [...(value as Iterable<unknown>)].flatMap((entry) => pathsTo(isWanted, entry, depth - 1));
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsTo(isWanted, inner, depth - 1).map((path) => `${key}: ${path}`),
  );
}
