import { Buffer } from "node:buffer";
import {
  type APIApplicationCommand,
  type APIAttachment,
  type APIMessage,
  type APIUser,
  ChannelType,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { Changes } from "../changes.ts";

/** What looks like a bot's token. */
export const TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAw.Gfake1.abcdefghijklmnopqrstuvwxyz0123456789AB";
export const APPLICATION = "100000000000000000";
export const BOT: APIUser = {
  id: "100000000000000007",
  username: "keepsake_test",
  discriminator: "0",
  global_name: null,
  avatar: null,
  bot: true,
};

/** A channel. `permissions` are the bot's there; null when it is not a member of the server. */
export interface Channel {
  readonly id: string;
  readonly type: ChannelType.GuildText | ChannelType.PublicThread | ChannelType.DM | ChannelType.GroupDM;
  readonly guild: string | null;
  permissions: bigint | null;
}

/** A message as Discord keeps it; flags are bits, and any of them may be set. */
export type Message = Omit<APIMessage, "flags"> & { readonly flags?: number };

/** A message. `history` is every text that it has shown; `for` is the one person who sees it. */
export interface Held {
  message: Message;
  readonly history: string[];
  readonly for: string | null;
  deleted: boolean;
}

/** One call that the bot made. */
export interface Call {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: readonly Uint8Array[];
  /** What we answered: an HTTP status, or 0 when the connection was dropped. */
  status: number;
}

/** An interaction that was sent to the bot. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** By the world's clock, with which tokens expire. */
  readonly at: number;
  /** By the real one, with which the first answer is awaited. */
  readonly sentAt: number;
  readonly channel: Channel;
  readonly user: string;
  /** The message that was tapped. */
  readonly tapped: string | null;
  /** The type of the bot's answer, and how long it took. */
  answer: {
    readonly type: number;
    readonly flags: number;
    readonly afterMs: number;
    /** What somebody who is typing is offered. */
    readonly choices: readonly { readonly name: string; readonly value: string }[];
  } | null;
  /** After so long the bot's first answer came, which was too late to be taken; null when none did. */
  lateMs: number | null;
  /** Somebody is typing an option: it takes no answer but what they may choose. */
  readonly typing: boolean;
  original: string | null;
  followUps: number;
}

const EVERYTHING =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.ReadMessageHistory;

const THREADS = PermissionFlagsBits.SendMessagesInThreads;

const TOKEN_LIVES_MS = 15 * 60_000;

/** Everything that Discord knows: channels, messages, files, interactions, commands. */
export class World extends Changes {
  readonly channels = new Map<string, Channel>();
  readonly messages = new Map<string, Held>();
  readonly files = new Map<string, { readonly bytes: Uint8Array; readonly path: string }>();
  readonly interactions = new Map<string, Interaction>();
  readonly calls: Call[] = [];
  /** The bot's marks on messages. */
  readonly marks: { readonly message: string; readonly emoji: string }[] = [];
  /** Persons who take no messages from the bot. */
  readonly closed = new Set<string>();
  readonly direct = new Map<string, string>();
  commands: APIApplicationCommand[] = [];
  /** The largest file that may be uploaded, in bytes. */
  uploadLimit = 10 * 1024 * 1024;
  /** How the application may be installed: 0 in servers, 1 by persons. */
  installs: Readonly<Record<string, object>> = { "0": {}, "1": {} };
  /** Where attachments are served. */
  cdn = "";
  #now: () => number = Date.now;
  #next = 1_200_000_000_000_000_000n;

  /** Time as tokens see it. */
  useClock(now: () => number): void {
    this.#now = now;
  }

  now(): number {
    return this.#now();
  }

  id(): string {
    this.#next += 4096n * 1024n;
    return String(this.#next);
  }

  /** A channel of a server in which the bot may do what it asks for at least. */
  channel(guild: string | null = this.id(), permissions: bigint | null = EVERYTHING): Channel {
    const type = guild === null ? ChannelType.GroupDM : ChannelType.GuildText;
    const channel: Channel = { id: this.id(), type, guild, permissions };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** A thread of a channel, such as a forum's post: who may write in the channel may not always write here, nor the other way round. */
  thread(permissions: bigint = THREADS | EVERYTHING): Channel {
    const channel: Channel = { id: this.id(), type: ChannelType.PublicThread, guild: this.id(), permissions };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** The private channel of the bot and a person. */
  directWith(user: string): Channel {
    const known = this.channels.get(this.direct.get(user) ?? "");
    if (known !== undefined) return known;
    const channel: Channel = { id: this.id(), type: ChannelType.DM, guild: null, permissions: EVERYTHING };
    this.channels.set(channel.id, channel);
    this.direct.set(user, channel.id);
    return channel;
  }

  attach(bytes: Uint8Array, name: string, type: string, folder = "attachments"): APIAttachment {
    const id = this.id();
    const path = `/${folder}/${id}/${encodeURIComponent(name)}`;
    this.files.set(path, { bytes, path });
    const url = `${this.cdn}${path}?ex=68000000&is=67ffffff&hm=abcdef`;
    return { id, filename: name, size: bytes.length, url, proxy_url: url, content_type: type };
  }

  keep(message: Partial<Message> & Pick<Message, "channel_id" | "author">, only: string | null = null): Held {
    const full: Message = {
      id: this.id(),
      type: MessageType.Default,
      content: "",
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      components: [],
      ...message,
    };
    const held = { message: full, history: [full.content], for: only, deleted: false };
    this.messages.set(full.id, held);
    this.changed();
    return held;
  }

  find(id: string): Held | null {
    const held = this.messages.get(id);
    return held === undefined || held.deleted ? null : held;
  }

  /** What can be seen of the bot's messages in a channel by somebody, oldest first. */
  fromBot(channel: string, user: string): Held[] {
    return [...this.messages.values()].filter(
      ({ message, for: only }) =>
        message.channel_id === channel &&
        message.author.id === BOT.id &&
        (only === null || only === user) &&
        ((message.flags ?? 0) & MessageFlags.Loading) === 0,
    );
  }

  /** Replies that were promised and have not come: people see “is thinking” there. */
  get promised(): number {
    const loading = ({ message, deleted }: Held) => !deleted && ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
    return [...this.messages.values()].filter(loading).length;
  }

  /** The interaction with this token; null when there is none, or it is over. */
  interactionOf(token: string): Interaction | null {
    const found = [...this.interactions.values()].find((one) => one.token === token);
    return found === undefined || this.#now() - found.at > TOKEN_LIVES_MS ? null : found;
  }

  bytesOf(attachment: APIAttachment | undefined): Uint8Array {
    const path = attachment === undefined ? "" : new URL(attachment.url).pathname;
    return this.files.get(path)?.bytes ?? Buffer.alloc(0);
  }
}
