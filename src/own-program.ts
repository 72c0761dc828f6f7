import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

/** How to start a program of ours as a process or a thread: `node ...execArgv url`. */
export interface OwnProgram {
  readonly url: URL;
  readonly execArgv: readonly string[];
}

/**
 * The program `name` (a relative path without its ending), as seen from the module whose `import.meta.url` is `from`: compiled
 * where that module is compiled, TypeScript with its loader where tests run the sources.
 */
export function ownProgram(name: string, from: string): OwnProgram {
  if (!from.endsWith(".ts")) return { url: new URL(`${name}.js`, from), execArgv: [] };
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  return { url: new URL(`${name}.ts`, from), execArgv: ["--import", loader] };
}
