/** How to start a program of ours: `node ...execArgv url` as a process, `new Worker(threadUrl)` as a thread. */
export interface OwnProgram {
  readonly url: URL;
  readonly execArgv: readonly string[];
  readonly threadUrl: URL;
}

/**
 * The program `name` (a relative path without its ending), as seen from the module whose `import.meta.url` is `from`: compiled
 * where that module is compiled, TypeScript with its loader where tests run the sources.
 */
export function ownProgram(name: string, from: string): OwnProgram {
  if (from.endsWith(".ts")) return fromSource(new URL(`${name}.ts`, from));
  const url = new URL(`${name}.js`, from);
  return { url, execArgv: [], threadUrl: url };
}

function fromSource(url: URL): OwnProgram {
  // A thread takes no loader for its first file, so that file is one line of JavaScript.
  const loader = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const first = `import { register } from ${loader}; register(); await import(${JSON.stringify(url.href)});`;
  return {
    url,
    execArgv: ["--import", import.meta.resolve("tsx")],
    threadUrl: new URL(`data:text/javascript,${encodeURIComponent(first)}`),
  };
}
