/** Work that any thread can do: a function of plain data, and the module that exports it under its own name. */
export interface ThreadWork<Given extends readonly unknown[], Found> {
  readonly call: (...given: Given) => Found | Promise<Found>;
  /** The module's address, and the name of what it exports. */
  readonly module: string;
  readonly name: string;
}

/** The work of a thread that an exported function is; `from` is the `import.meta.url` of its module. */
export function threadWork<Given extends readonly unknown[], Found>(
  call: (...given: Given) => Found | Promise<Found>,
  from: string,
): ThreadWork<Given, Found> {
  return { call, module: from, name: call.name };
}
