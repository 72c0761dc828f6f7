import {
  type APIAttachment,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { ChatEvent, PhotoEvent, SharedPhoto } from "../port/chat-event.ts";
import type { ChatRef, Person } from "../port/chat-port.ts";
import { aloneIn, writeThread } from "./address.ts";
import { MENU, type SlashCommand } from "./commands.ts";
import type { Greeting } from "./exchanges.ts";
import { dataOf } from "./keyboard.ts";
import { fileOf, picturesIn } from "./pictures.ts";

/** Several pictures of one message, of which one is to be chosen. */
export interface Choosing {
  readonly message: string;
  readonly owner: string | null;
  readonly pictures: readonly APIAttachment[];
}

/**
 * What an interaction says to us: something to be taken up, under an acknowledgement of this kind; a message with several
 * pictures, of which one must be chosen; the choice; or something that cannot be done, because we may not send files there.
 */
export type InteractionReading =
  | { readonly kind: "event"; readonly event: ChatEvent; readonly greeting: Greeting }
  | { readonly kind: "choose"; readonly choosing: Choosing }
  | { readonly kind: "chosen"; readonly of: string; readonly index: number }
  | { readonly kind: "noFiles" }
  | { readonly kind: "nothing" };

type Command = APIChatInputApplicationCommandInteraction;
type MenuEntry = APIMessageApplicationCommandInteraction;

const NOTHING: InteractionReading = { kind: "nothing" };
const PICK = /^pick:(\d+)$/;

/** Reads an interaction. Kinds that we do not know say nothing. */
export function readInteraction(interaction: APIInteraction): InteractionReading {
  if (interaction.type === InteractionType.MessageComponent) return readPress(interaction);
  if (interaction.type !== InteractionType.ApplicationCommand) return NOTHING;
  if (interaction.data.type === ApplicationCommandType.ChatInput) return readCommand(interaction as Command);
  if (interaction.data.type === ApplicationCommandType.Message) return readMenuEntry(interaction as MenuEntry);
  return NOTHING;
}

/** Somebody's wish for a clip of one picture of a message. */
export function readPicture(interaction: APIInteraction, choosing: Choosing, index: number): InteractionReading {
  const picture = choosing.pictures[index];
  if (picture === undefined) return NOTHING;
  const owner = choosing.owner === null ? {} : { owner: choosing.owner };
  return photoReading(interaction, { file: fileOf(picture), message: choosing.message, ...owner }, {});
}

function readCommand(interaction: Command): InteractionReading {
  const name = interaction.data.name as SlashCommand;
  if (name !== "animate") return commandReading(interaction, name);
  const { options = [], resolved } = interaction.data;
  let picture: APIAttachment | undefined;
  let gesture: string | undefined;
  let face: number | undefined;
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Attachment) picture = resolved?.attachments?.[option.value];
    if (option.type === ApplicationCommandOptionType.String) gesture = option.value;
    if (option.type === ApplicationCommandOptionType.Integer) face = option.value;
  }
  if (picture === undefined) return NOTHING;
  const wish = { ...(gesture === undefined ? {} : { gesture }), ...(face === undefined ? {} : { face }) };
  return photoReading(interaction, { file: fileOf(picture), message: interaction.id }, { wish });
}

function readMenuEntry(interaction: MenuEntry): InteractionReading {
  const { name, target_id, resolved } = interaction.data;
  const message = resolved.messages[target_id];
  if (message === undefined) return NOTHING;
  if (name === MENU.report) return commandReading(interaction, "report", message.id);
  const pictures = picturesIn(message);
  const owner = message.author.bot === true ? null : message.author.id;
  const choosing = { message: message.id, owner, pictures };
  if (pictures.length === 0) return commandReading(interaction, "animate");
  return pictures.length === 1 ? readPicture(interaction, choosing, 0) : { kind: "choose", choosing };
}

function readPress(interaction: APIMessageComponentInteraction): InteractionReading {
  const { message, data } = interaction;
  const chosen = data.component_type === ComponentType.StringSelect ? data.values[0] : undefined;
  const of = PICK.exec(data.custom_id)?.[1];
  if (of !== undefined) return { kind: "chosen", of, index: Number(chosen) };
  const about = message.message_reference?.message_id;
  // What only one person sees is answered to that person alone.
  const ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const base = baseOf(interaction);
  const event = {
    ...base,
    chat: ephemeral ? aloneIn(base.chat) : base.chat,
    kind: "press",
    press: interaction.id,
    data: dataOf(chosen ?? data.custom_id),
    message: message.id,
    ...(about === undefined ? {} : { about }),
  } as const;
  return { kind: "event", event, greeting: { kind: "tap", ephemeral } };
}

function photoReading(
  interaction: APIInteraction,
  photo: SharedPhoto,
  asked: Pick<PhotoEvent, "wish">,
): InteractionReading {
  if (!may(interaction, PermissionFlagsBits.AttachFiles)) return { kind: "noFiles" };
  const ephemeral =
    !may(interaction, PermissionFlagsBits.SendMessages) && !may(interaction, PermissionFlagsBits.SendMessagesInThreads);
  const base = baseOf(interaction);
  const chat = ephemeral ? aloneIn(base.chat) : base.chat;
  const event = { ...base, chat, awaited: true, kind: "photo", photo, ...asked } as const;
  return { kind: "event", event, greeting: { kind: "reply", ephemeral } };
}

/** What concerns one person is answered to that person alone. */
function commandReading(interaction: APIInteraction, name: SlashCommand, about?: string): InteractionReading {
  const base = baseOf(interaction);
  const chat = aloneIn(base.chat);
  const command = { ...base, chat, awaited: true, kind: "command", name, message: interaction.id } as const;
  const event = about === undefined ? command : { ...command, about };
  return { kind: "event", event, greeting: { kind: "reply", ephemeral: true } };
}

function baseOf(interaction: APIInteraction) {
  const from = personOf(interaction);
  const chat = chatOf(interaction, from.id);
  return { id: `dc-${interaction.id}`, chat, from, maxClipBytes: interaction.attachment_size_limit };
}

function chatOf({ id, channel, context, guild_id }: APIInteraction, user: string): ChatRef {
  const thread = writeThread(user, id);
  const group = guild_id !== undefined || context === InteractionContextType.PrivateChannel;
  if (!group || channel === undefined) return { platform: "discord", id: user, group: false, thread };
  const chat = { platform: "discord", id: channel.id, group: true, thread } as const;
  return guild_id === undefined ? chat : { ...chat, server: guild_id };
}

/** Who did it, in the language of their Discord. */
export function personOf({ member, user, ...interaction }: APIInteraction): Person {
  const id = member?.user.id ?? user?.id ?? "";
  const language = "locale" in interaction ? { language: interaction.locale } : {};
  const moderates = member !== undefined && (BigInt(member.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;
  return { id, ...language, ...(moderates ? { moderator: true } : {}) };
}

/** Whether Discord lets us do something where the interaction happened. */
function may({ app_permissions }: APIInteraction, what: bigint): boolean {
  return (BigInt(app_permissions) & (what | PermissionFlagsBits.Administrator)) !== 0n;
}
