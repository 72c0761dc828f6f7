import { randomBytes } from "node:crypto";
import { type APIChannel, type APIMessage, MessageFlags, type RawFile, Routes } from "discord.js";
import type { ChatRef, MessageRef, Place } from "../port/chat-port.ts";
import { keepNewest } from "../port/keep-newest.ts";
import { readThread } from "./address.ts";
import type { DiscordApi } from "./api.ts";
import type { Draft } from "./drafts.ts";
import { DiscordRefusal } from "./refusals.ts";

/** Private channels that are remembered. */
const REMEMBERED = 1000;

/** The mark on a photo that was seen. */
const SEEN = encodeURIComponent("👀");

/** Ordinary messages in channels, and in private with a person. */
export class Channels {
  readonly #direct = new Map<string, string>();

  constructor(private readonly api: DiscordApi) {}

  /** Posts a message. What answers an interaction that is over names its person, who has waited long. */
  async post(place: Place, { body, files }: Draft): Promise<MessageRef> {
    const { chat, replyTo } = place;
    const asked = readThread(chat);
    const late = chat.group && asked !== null && asked.interaction !== null;
    const content = late ? `<@${asked.user}> ${body.content ?? ""}` : body.content;
    const message = {
      ...body,
      content,
      flags: MessageFlags.SuppressEmbeds,
      // A second try after a lost answer makes no second message.
      nonce: randomBytes(12).toString("hex"),
      enforce_nonce: true,
      allowed_mentions: { parse: [], users: late ? [asked.user] : [], replied_user: !late },
    };
    const channel = await this.#channelOf(chat);
    const isMessage = replyTo !== undefined && replyTo !== asked?.interaction;
    const reference = { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
    const posted = isMessage
      ? await this.#create(channel, { ...message, ...reference }, files).catch(async (error: unknown) => {
          if (!(error instanceof DiscordRefusal) || !error.cannotReply) throw error;
          return this.#create(channel, message, files);
        })
      : await this.#create(channel, message, files);
    return { chat, id: posted.id };
  }

  async edit({ chat, id }: MessageRef, { body, files }: Draft): Promise<void> {
    const route = Routes.channelMessage(await this.#channelOf(chat), id);
    await this.api.call({ method: "PATCH", route, what: "edit message", body, files });
  }

  /** Marks a message as seen, or takes the mark away. */
  async react({ chat, id }: MessageRef, seen: boolean): Promise<void> {
    const route = Routes.channelMessageOwnReaction(await this.#channelOf(chat), id, SEEN);
    await this.api.call({ method: seen ? "PUT" : "DELETE", route, what: "react", tries: 2 });
  }

  async remove({ chat, id }: MessageRef): Promise<void> {
    const route = Routes.channelMessage(await this.#channelOf(chat), id);
    await this.api.call({ method: "DELETE", route, what: "delete message" });
  }

  /** Shows that somebody is typing. */
  async type(chat: ChatRef): Promise<void> {
    const route = Routes.channelTyping(await this.#channelOf(chat));
    await this.api.call({ method: "POST", route, what: "typing", tries: 1 });
  }

  forget(person: string): void {
    this.#direct.delete(person);
  }

  /** A private chat has the id of its person; Discord speaks through a channel that it opens when asked. */
  async #channelOf({ id, group }: ChatRef): Promise<string> {
    if (group) return id;
    const known = this.#direct.get(id);
    if (known !== undefined) return known;
    const call = { method: "POST", route: Routes.userChannels(), what: "open private chat" } as const;
    const channel = (await this.api.call({ ...call, body: { recipient_id: id } })) as APIChannel;
    this.#direct.set(id, channel.id);
    keepNewest(this.#direct, REMEMBERED);
    return channel.id;
  }

  async #create(channel: string, body: object, files: readonly RawFile[]): Promise<APIMessage> {
    const route = Routes.channelMessages(channel);
    return (await this.api.call({ method: "POST", route, what: "send message", body, files })) as APIMessage;
  }
}
