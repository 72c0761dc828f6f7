/** What is noted of each call that the bot makes of its platform. */
interface Answered {
  readonly status: number;
}

/** What the bot does on a platform, written down as people meet it, scene by scene. */
export abstract class Telling<Call extends Answered> {
  readonly #lines: string[] = [];
  /** Names of messages. */
  readonly #names = new Map<string, string>();
  #from = 0;

  /** @param calls all that the bot has made; it grows. */
  constructor(
    private readonly calls: readonly Call[],
    title: string,
  ) {
    this.#lines.push(`## ${title}`, "");
  }

  /** Somebody does something; call it before they do. */
  acts(what: string): void {
    this.#flush();
    this.#lines.push(`**${what}**`, "");
  }

  /** All of it, with what it cost. */
  end(): string {
    this.#flush();
    return [...this.#lines, this.sum(), ""].join("\n");
  }

  /** What people see of a call; nothing of some. */
  protected abstract write(call: Call): readonly string[];

  /** What it cost. */
  protected abstract sum(): string;

  /** Calls a message something of its own. */
  protected call(id: string, name: string): void {
    this.#names.set(id, name);
  }

  protected isNamed(id: string): boolean {
    return this.#names.has(id);
  }

  /** What a message is called here. */
  protected name(id: string): string {
    const known = this.#names.get(id) ?? `message ${String.fromCharCode(65 + this.#names.size)}`;
    this.#names.set(id, known);
    return known;
  }

  #flush(): void {
    const calls = this.calls.slice(this.#from).filter(({ status }) => status === 200);
    this.#from = this.calls.length;
    for (const call of calls) this.#lines.push(...this.write(call));
    this.#lines.push("");
  }
}
