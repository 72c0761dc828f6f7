import {
  ChatError,
  type ChatPort,
  type ChatRef,
  type FileRef,
  type MessageRef,
} from "../../../src/bots/port/chat-port.ts";

/** A platform that says one thing after another, as slowly as a test likes, and counts what is fetched. */
export class SlowPort implements ChatPort {
  readonly platform = "slow";
  readonly maxClipBytes = 50_000_000;
  readonly maxPhotoBytes = 20_000_000;
  /** What was said, by message, and what it says now. */
  readonly texts = new Map<string, string>();
  /** The photos that a clip came for, in the order in which they came. */
  readonly clips: (string | undefined)[] = [];
  /** Files that were fetched, in the order in which that began. */
  readonly fetched: string[] = [];
  /** How many are being fetched right now, and the most that ever were. */
  fetching = 0;
  mostFetching = 0;
  /** Awaited before anything is said, and before a file has come. */
  saying: () => Promise<void> = async () => undefined;
  coming: () => Promise<void> = async () => undefined;
  #next = 100;
  #lane: Promise<void> = Promise.resolve();

  async say({ chat, replyTo }: { chat: ChatRef; replyTo?: string }, { text }: { text: string }): Promise<MessageRef> {
    const id = String(this.#next++);
    // One lane, as platforms have that count messages.
    this.#lane = this.#lane.then(this.saying);
    await this.#lane;
    this.texts.set(`${replyTo ?? "-"} ${id}`, text);
    return { chat, id };
  }

  async edit({ id }: MessageRef, { text }: { text?: string }): Promise<void> {
    const key = this.#keyOf(id);
    if (key === undefined) throw new ChatError("noMessage", "edit");
    if (text !== undefined) this.texts.set(key, text);
  }

  async remove({ id }: MessageRef): Promise<void> {
    this.texts.delete(this.#keyOf(id) ?? "");
  }

  async sendClip({ chat, replyTo }: { chat: ChatRef; replyTo?: string }) {
    this.clips.push(replyTo);
    return { message: { chat, id: String(this.#next++) }, sent: "copy" };
  }

  async sendPicture({ chat }: { chat: ChatRef }): Promise<MessageRef> {
    return { chat, id: String(this.#next++) };
  }

  busy(): () => void {
    return () => undefined;
  }

  async answer(): Promise<void> {
    return undefined;
  }

  async download({ id }: FileRef): Promise<Uint8Array> {
    this.fetched.push(id);
    this.fetching += 1;
    this.mostFetching = Math.max(this.mostFetching, this.fetching);
    await this.coming();
    this.fetching -= 1;
    return Buffer.from(`photo ${id}`);
  }

  /** What is said about a photo now. */
  about(message: string): string[] {
    return [...this.texts].filter(([key]) => key.startsWith(`${message} `)).map(([, text]) => text);
  }

  #keyOf(id: string): string | undefined {
    return [...this.texts.keys()].find((key) => key.endsWith(` ${id}`));
  }
}
