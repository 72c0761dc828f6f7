import { type APIAttachment, ButtonStyle, ComponentType } from "discord-api-types/v10";
import type { Held, Message } from "./world.ts";

/** A message of the bot as somebody sees it. */
export interface Seen {
  readonly id: string;
  readonly text: string;
  /** Every text it has shown, first to last. */
  readonly history: readonly string[];
  readonly kind: "text" | "clip" | "picture";
  /** The labels of its buttons; those of the current choice with a dot. */
  readonly buttons: readonly string[];
  /** The labels of its lists' entries. */
  readonly entries: readonly string[];
  readonly rows: number;
  readonly repliesTo: string | undefined;
  /** Only this person sees it. */
  readonly ephemeral: boolean;
  readonly file: APIAttachment | undefined;
  /** What somebody hears of its files who cannot see them. */
  readonly alt: readonly string[];
  readonly deleted: boolean;
  readonly message: Message;
}

/** What plays: the faces' pictures are JPEGs. */
const CLIPS: ReadonlySet<string> = new Set(["video/mp4", "image/webp"]);

export function componentsOf(message: Message) {
  return (message.components ?? []).flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
}

/** How a message looks to whoever sees it. */
export function see({ message, history, deleted, for: only }: Held): Seen {
  const [file] = message.attachments;
  const components = componentsOf(message);
  return {
    id: message.id,
    text: message.content,
    history: [...history],
    kind: file === undefined ? "text" : CLIPS.has(file.content_type ?? "") ? "clip" : "picture",
    buttons: components.flatMap((one) =>
      one.type === ComponentType.Button && "label" in one
        ? [`${one.style === ButtonStyle.Primary ? "•" : ""}${one.label ?? ""}`]
        : [],
    ),
    entries: components.flatMap((one) =>
      one.type === ComponentType.StringSelect
        ? one.options.map(({ label, default: current }) => `${current === true ? "•" : ""}${label}`)
        : [],
    ),
    rows: message.components?.length ?? 0,
    repliesTo: message.message_reference?.message_id,
    ephemeral: only !== null,
    file,
    alt: message.attachments.map(({ description }) => description ?? ""),
    deleted,
    message,
  };
}
