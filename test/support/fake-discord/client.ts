import { readFileSync } from "node:fs";
import { basename } from "node:path";
import {
  type APIAttachment,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  GatewayDispatchEvents,
  InteractionContextType,
  InteractionType,
  MessageType,
} from "discord-api-types/v10";
import { componentsOf, type Seen, see } from "./seen.ts";
import type { FakeDiscord } from "./server.ts";
import { APPLICATION, BOT, type Channel, type Interaction, type Message } from "./world.ts";

/** A picture to send: a path, or bytes with a name. */
export type Picture = string | { readonly bytes: Uint8Array; readonly name: string; readonly type?: string };

/** How the bot answered an interaction first. */
export type Acknowledgement = NonNullable<Interaction["answer"]>;

/** Discord has told somebody that the bot did not respond: its first answer came too late. */
export class GivenUp extends Error {
  override readonly name = "GivenUp";

  constructor(readonly afterMs: number) {
    super(`the bot's first answer came after ${afterMs} ms`);
  }
}

/** Somebody who speaks to the bot. */
export class TestPerson {
  readonly id: string;
  /** What their Discord tells of uploads: the largest file, in bytes. */
  sizeLimit = 10 * 1024 * 1024;

  constructor(
    private readonly discord: FakeDiscord,
    private readonly locale = "en-US",
  ) {
    this.id = discord.world.id();
  }

  /** Their private chat with the bot. */
  private(): TestChannel {
    return this.in(this.discord.world.directWith(this.id));
  }

  in(channel: Channel, permissions = 0n): TestChannel {
    return new TestChannel(this.discord, channel, this, { locale: this.locale, permissions });
  }
}

/** One person's view of a channel. */
export class TestChannel {
  /** What has been looked at already, and as what: a status message may have become a clip. */
  readonly #seen = new Set<string>();

  constructor(
    private readonly discord: FakeDiscord,
    readonly channel: Channel,
    private readonly person: TestPerson,
    private readonly as: { readonly locale: string; readonly permissions: bigint },
  ) {}

  /** Writes a message; the bot hears of it as Discord tells bots that may not read what people write to each other. */
  says(
    text: string,
    options: { readonly pictures?: readonly Picture[]; readonly to?: { readonly id: string } } = {},
  ): string {
    const { world, gateway } = this.discord;
    const about = options.to === undefined ? null : world.find(options.to.id);
    const reply = about === null ? {} : { type: MessageType.Reply, referenced_message: about.message };
    const { message } = world.keep({
      channel_id: this.channel.id,
      author: this.#user,
      content: text,
      attachments: (options.pictures ?? []).map((picture) => this.#attach(picture)),
      ...reply,
    });
    const named = text.includes(`<@${BOT.id}>`);
    const told = this.channel.guild === null || named ? message : { ...message, content: "", attachments: [] };
    const guild = this.channel.guild === null ? {} : { guild_id: this.channel.guild };
    gateway.tell(GatewayDispatchEvents.MessageCreate, { ...told, ...guild }, this.channel.guild);
    return message.id;
  }

  /** Uses `/animate`. */
  async animates(
    picture: Picture,
    wish: Readonly<Record<string, string | number | boolean>> = {},
    followed?: Picture,
  ): Promise<Acknowledgement> {
    const attachment = this.#attach(picture, "ephemeral-attachments");
    const motion = followed === undefined ? null : this.#attach(followed, "ephemeral-attachments");
    const isSong = motion?.content_type?.startsWith("audio/") === true;
    const options = [
      ...(motion === null ? [] : [{ name: isSong ? "music" : "motion", type: 11, value: motion.id }]),
      { name: "photo", type: 11, value: attachment.id },
      ...Object.entries(wish).map(([name, value]) => ({
        name,
        type: TYPES[typeof value as keyof typeof TYPES],
        value,
      })),
    ];
    return this.#command("animate", {
      options,
      resolved: { attachments: { [attachment.id]: attachment, ...(motion && { [motion.id]: motion }) } },
    });
  }

  /** Types a gesture for `/animate`; resolves with the names that are offered. */
  async types(gesture: string): Promise<string[]> {
    const option = { name: "gesture", type: 3, value: gesture, focused: true };
    const data = { ...this.#slash("animate"), options: [option] };
    const { choices } = await this.#interact({ type: InteractionType.ApplicationCommandAutocomplete, data }, null);
    return choices.map(({ name }) => name);
  }

  /** Uses another slash command. */
  async uses(name: string): Promise<Acknowledgement> {
    return this.#command(name, {});
  }

  /** Chooses an entry of a message's Apps menu. */
  async opensMenu(message: string, name: string): Promise<Acknowledgement> {
    const held = this.discord.world.find(message);
    if (held === null) throw new Error("no such message");
    const data = {
      id: this.#commandId(name),
      name,
      type: ApplicationCommandType.Message,
      target_id: message,
      resolved: { messages: { [message]: held.message } },
    };
    return this.#interact({ type: InteractionType.ApplicationCommand, data }, null);
  }

  /** Taps the button with this label. */
  async taps(on: Seen, label: string | RegExp): Promise<Acknowledgement> {
    const buttons = componentsOf(this.again(on).message).filter(({ type }) => type === ComponentType.Button);
    const button = buttons.find((one) => "label" in one && fits(label, one.label ?? ""));
    if (button === undefined || !("custom_id" in button)) throw new Error(`no button ${String(label)}`);
    return this.#press(on, { component_type: ComponentType.Button, custom_id: button.custom_id });
  }

  /** Chooses the entry of a list. */
  async picks(on: Seen, label: string | RegExp): Promise<Acknowledgement> {
    for (const list of componentsOf(this.again(on).message)) {
      if (list.type !== ComponentType.StringSelect) continue;
      const option = list.options.find((one) => fits(label, one.label));
      if (option === undefined) continue;
      const data = { component_type: ComponentType.StringSelect, custom_id: list.custom_id, values: [option.value] };
      return this.#press(on, data);
    }
    throw new Error(`no entry ${String(label)}`);
  }

  /** Deletes the photo that a clip shows, and all that was made from it, with the taps that this takes. */
  async deletes(clip: Seen): Promise<void> {
    await this.taps(clip, "⋯");
    await this.becomes(clip, "the menu", ({ buttons }) => buttons.includes("Delete"));
    await this.taps(clip, "Delete");
    await this.becomes(clip, "the question", ({ buttons }) => buttons.includes("Yes, delete it"));
    await this.taps(clip, "Yes, delete it");
    await this.gone(clip);
  }

  /** All that the bot has to say here and that this person can see now. */
  seen(): Seen[] {
    return this.discord.world
      .fromBot(this.channel.id, this.person.id)
      .filter(({ deleted }) => !deleted)
      .map(see);
  }

  /** The next new message of the bot that fits. */
  async next(what: string, isIt: (seen: Seen) => boolean, withinMs?: number): Promise<Seen> {
    const look = () => this.seen().find((seen) => !this.#seen.has(`${seen.kind} ${seen.id}`) && isIt(seen));
    const found = await this.discord.world.until(what, look, withinMs);
    this.#seen.add(`${found.kind} ${found.id}`);
    return found;
  }

  async nextClip(withinMs?: number): Promise<Seen> {
    return this.next("a clip", ({ kind }) => kind === "clip", withinMs);
  }

  async nextText(like: RegExp | string, withinMs?: number): Promise<Seen> {
    return this.next(`text ${String(like)}`, ({ kind, text }) => kind === "text" && fits(like, text), withinMs);
  }

  /** The message as it is now. */
  again(seen: Seen): Seen {
    const held = this.discord.world.messages.get(seen.id);
    if (held === undefined) throw new Error("no such message");
    return see(held);
  }

  /** Resolves when a message has changed into what fits. */
  async becomes(seen: Seen, what: string, isIt: (seen: Seen) => boolean, withinMs?: number): Promise<Seen> {
    const look = () => (isIt(this.again(seen)) ? this.again(seen) : undefined);
    return this.discord.world.until(`a message to become ${what}`, look, withinMs);
  }

  /** Resolves when a message is gone. */
  async gone(seen: Seen): Promise<true> {
    return this.discord.world.until("a message to go", () => (this.again(seen).deleted ? true : undefined));
  }

  bytesOf(clip: Seen): Uint8Array {
    return this.discord.world.bytesOf(clip.file);
  }

  get #user() {
    return { ...BOT, id: this.person.id, username: `person${this.person.id}`, bot: false };
  }

  #attach(picture: Picture, folder?: string): APIAttachment {
    const { bytes, name, type = "image/jpeg" } = load(picture);
    return this.discord.world.attach(bytes, name, type, folder);
  }

  async #command(name: string, more: object): Promise<Acknowledgement> {
    const data = { ...this.#slash(name), ...more };
    return this.#interact({ type: InteractionType.ApplicationCommand, data }, null);
  }

  #slash(name: string) {
    return { id: this.#commandId(name), name, type: ApplicationCommandType.ChatInput };
  }

  /** Discord offers only what is registered. */
  #commandId(name: string): string {
    const command = this.discord.world.commands.find((one) => one.name === name);
    if (command === undefined) throw new Error(`no command ${name}`);
    return command.id;
  }

  async #press(on: Seen, data: object): Promise<Acknowledgement> {
    const { message } = this.again(on);
    return this.#interact({ type: InteractionType.MessageComponent, data, message }, on.id);
  }

  /** Resolves with how the bot answered first. */
  async #interact(
    what: { readonly type: InteractionType; readonly data: object; readonly message?: Message },
    tapped: string | null,
  ): Promise<Acknowledgement> {
    const { world, gateway } = this.discord;
    const { channel, person, as } = this;
    const [id, token] = [world.id(), `secret-${Math.random().toString(36).slice(2)}`];
    const at = world.now();
    const interaction: Interaction = {
      ...{ id, token, at, sentAt: Date.now(), channel, user: person.id, tapped },
      ...{ answer: null, lateMs: null, original: null, followUps: 0 },
      typing: what.type === InteractionType.ApplicationCommandAutocomplete,
    };
    world.interactions.set(id, interaction);
    const inServer = channel.guild !== null;
    const context = inServer
      ? InteractionContextType.Guild
      : channel.type === ChannelType.DM
        ? InteractionContextType.BotDM
        : InteractionContextType.PrivateChannel;
    const member = { user: this.#user, permissions: String(as.permissions), roles: [], joined_at: null };
    gateway.tell(
      GatewayDispatchEvents.InteractionCreate,
      {
        ...{ id, token, version: 1, application_id: APPLICATION, context, locale: as.locale, entitlements: [] },
        ...{ channel: { id: channel.id, type: channel.type }, channel_id: channel.id },
        // Where the bot is not a member, Discord lets it answer all the same.
        app_permissions: String(channel.permissions ?? 0x8c00n),
        attachment_size_limit: person.sizeLimit,
        authorizing_integration_owners:
          channel.permissions === null ? { "1": person.id } : { "0": channel.guild ?? "0" },
        ...(inServer ? { guild_id: channel.guild, member } : { user: this.#user }),
        ...what,
      },
      channel.guild,
    );
    const isAnswered = (): Acknowledgement | undefined => {
      if (interaction.lateMs !== null) throw new GivenUp(interaction.lateMs);
      return interaction.answer ?? undefined;
    };
    return world.until("an acknowledgement", isAnswered, 30_000);
  }
}

/** The kinds of options, by what is typed into them. */
const TYPES = { string: 3, number: 4, boolean: 5 } as const;

function fits(like: RegExp | string, text: string): boolean {
  return typeof like === "string" ? text === like : like.test(text);
}

function load(picture: Picture): { readonly bytes: Uint8Array; readonly name: string; readonly type?: string } {
  return typeof picture === "string" ? { bytes: readFileSync(picture), name: basename(picture) } : picture;
}
