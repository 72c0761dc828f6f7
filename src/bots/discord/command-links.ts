/** Turns commands that a text names into what Discord shows as something to tap, in the reader's own language. */
export class CommandLinks {
  #ids: ReadonlyMap<string, string> = new Map();

  /** From now on commands of these names have these ids. */
  know(ids: ReadonlyMap<string, string>): void {
    this.#ids = ids;
  }

  /** The text with its commands as links, as far as they are known. */
  into(text: string): string {
    return text.replaceAll(/(?<![\w/<])\/([a-z]+)\b/g, (word: string, name: string) => {
      const id = this.#ids.get(name);
      return id === undefined ? word : `</${name}:${id}>`;
    });
  }
}
