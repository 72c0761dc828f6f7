import type { ChatEvent } from "../../src/bots/port/chat-event.ts";
import type { ChatPort, ChatRef, Keyboard } from "../../src/bots/port/chat-port.ts";
import type { Picture } from "./picture.ts";
import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** How a platform is. */
export interface Profile {
  readonly name: string;
  /** A clip takes the place of its status message. */
  readonly replaces?: true;
  /** A clip takes another one's place, and its buttons are folded. */
  readonly inPlace?: true;
  readonly folds?: NonNullable<ChatPort["folds"]>;
  /** Shapes in which clips can be saved. */
  readonly shapes?: NonNullable<ChatPort["shapes"]>;
  /** Clips come as pictures that move as well. */
  readonly loops?: NonNullable<ChatPort["loops"]>;
  /** The words under a clip are changed otherwise than a text. */
  readonly captions?: true;
  /** Photos are marked as seen, and for so long nothing is said of them. */
  readonly silentMs?: number;
  /** What is posted is posted once: where the answer is lost, nobody knows whether it is there. */
  readonly doubts?: true;
  /** Photos are shown with their faces outlined, and the history of a chat lies with us and can be cleared. */
  readonly ours?: true;
  /** For so long after it was said a message can be removed. */
  readonly removableMs?: number;
  readonly editEveryMs?: number;
}

/** How a platform is doing. */
export interface Mood {
  /** Nothing gets through, in either direction. */
  down: boolean;
  /** How many calls are carried out although their caller hears that they were not, 0..1. */
  losesAnswers: number;
  /** How many clips, changes and marks it refuses, and how many of its own copies it has lost, 0..1. */
  refuses: number;
  /** Longest time that a call takes. */
  slowestMs: number;
}

/** A message in a chat, as people see it. */
export interface Shown {
  readonly id: string;
  readonly chat: ChatRef;
  /** The person who said it, or null for the bot. */
  readonly by: string | null;
  readonly at: number;
  /** A message may become a clip, and later another one. */
  kind: "text" | "clip" | "picture" | "photo";
  readonly replyTo: string | null;
  text: string;
  /** Every text that it has had as long as it was a text, the newest last. */
  readonly texts: string[];
  /** The picture's mark or the clip, as the file tells it. */
  content: string | null;
  /** Every clip that it has shown, the newest last. */
  readonly clips: { readonly content: string; readonly at: number }[];
  keyboard: Keyboard;
  removed: boolean;
  /** The bot knows its number. */
  known: boolean;
  /** Somebody tried to remove it, and the platform would not. */
  stuck: boolean;
  /** It bears the bot's mark that it was seen. */
  marked: boolean;
  /** When it bore that first; null when it never did. */
  markedAt: number | null;
}

/** A message as it is posted. */
export type Posted = Pick<Shown, "chat" | "by" | "kind" | "replyTo" | "text" | "content" | "keyboard">;

/** A chat platform in the world: chats, what was said in them, and events that the bot has not confirmed yet. */
export class SimulatedPlatform {
  readonly mood: Mood = { down: false, losesAnswers: 0, refuses: 0, slowestMs: 300 };
  readonly messages = new Map<string, Shown>();
  /** Pictures by the id of their file. */
  readonly pictures = new Map<string, Picture>();
  /** Clips that it keeps a copy of. */
  readonly copies = new Map<string, string>();
  /** Chats that the bot may no longer speak in. */
  readonly closed = new Set<string>();
  /** Events that the bot has not confirmed yet, in their order. */
  readonly pending: ChatEvent[] = [];
  /** What each tap was told at its end; nothing for one that ended without a word. */
  readonly answered = new Map<string, string | undefined>();
  /** The files that the bot has fetched. */
  readonly fetched = new Set<string>();
  #wake: () => void = () => undefined;
  #next = 1;

  constructor(
    readonly profile: Profile,
    private readonly timeline: Timeline,
    readonly random: Random,
  ) {}

  get name(): string {
    return this.profile.name;
  }

  newId(): string {
    return `${this.name[0] ?? ""}${this.#next++}`;
  }

  /** Something happens in a chat that concerns the bot. */
  push(event: ChatEvent): void {
    this.pending.push(event);
    this.#wake();
  }

  /** The next event that it tells the bot; waits for one, and while the platform is down. */
  async next(): Promise<ChatEvent> {
    for (;;) {
      const [event] = this.pending;
      if (event !== undefined && !this.mood.down) return event;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** The bot has an event. One in fifty is told again all the same. */
  confirm(event: ChatEvent): void {
    const index = this.pending.indexOf(event);
    if (index >= 0) this.pending.splice(index, 1);
    if (!this.random.chance(0.02)) return;
    this.timeline.after(this.random.between(0, 5000), () => this.push(event));
  }

  /** It works again. */
  recover(): void {
    this.mood.down = false;
    this.#wake();
  }

  show(message: Posted): Shown {
    const { kind, text, content } = message;
    const at = this.timeline.now;
    const shown: Shown = {
      ...message,
      id: this.newId(),
      at,
      texts: kind === "text" ? [text] : [],
      clips: kind === "clip" && content !== null ? [{ content, at }] : [],
      removed: false,
      known: false,
      stuck: false,
      marked: false,
      markedAt: null,
    };
    this.messages.set(shown.id, shown);
    return shown;
  }

  /** A message becomes a clip or a picture. */
  become(
    shown: Shown,
    { kind, text, content, keyboard }: Pick<Posted, "kind" | "text" | "content" | "keyboard">,
  ): void {
    const again = shown.kind === kind && shown.content === content;
    Object.assign(shown, { kind, text, content, keyboard });
    if (kind === "clip" && content !== null && !again) shown.clips.push({ content, at: this.timeline.now });
  }

  /** What can be seen in a chat. */
  visibleIn(chat: ChatRef): Shown[] {
    return [...this.messages.values()].filter((shown) => shown.chat.id === chat.id && !shown.removed);
  }
}
