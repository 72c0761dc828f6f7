/** What we use of WebAssembly: Node has it, but TypeScript knows it only from the browser's library. */
declare namespace WebAssembly {
  class Module {
    readonly #module: unknown;
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: { readonly env: { readonly memory: Memory } });
    readonly exports: object;
  }
  class Memory {
    constructor(size: { readonly initial: number });
    readonly buffer: ArrayBuffer;
    /** By so many pages of 65,536 bytes; what was taken of `buffer` before is empty then. */
    grow(pages: number): number;
  }
}
