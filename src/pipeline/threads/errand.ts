/** Work that any thread can do: a function of plain data, and the module that exports it under its own name. */
export interface Errand<Given extends readonly unknown[], Found> {
  readonly work: (...given: Given) => Found | Promise<Found>;
  /** The module's address, and the name of what it exports. */
  readonly module: string;
  readonly name: string;
}

/** The errand that an exported function is; `from` is the `import.meta.url` of its module. */
export function errand<Given extends readonly unknown[], Found>(
  work: (...given: Given) => Found | Promise<Found>,
  from: string,
): Errand<Given, Found> {
  return { work, module: from, name: work.name };
}
