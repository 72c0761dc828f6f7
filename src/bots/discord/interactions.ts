import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIAttachment,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import { decodeAction } from "../conversation/choice.ts";
import type { ChatEvent, PhotoEvent, SentToFollow, SharedPhoto, Wish, WishEvent } from "../port/chat-event.ts";
import type { ChatRef, Person } from "../port/chat-port.ts";
import { askedIn } from "../wish/wish-reader.ts";
import { aloneIn, writeThread } from "./address.ts";
import { type AnimateOption, MENU, type SlashCommand } from "./commands.ts";
import type { Greeting } from "./exchanges.ts";
import { dataOf } from "./keyboard.ts";
import { fileOf, movingIn, picturesIn, shownIn, soundIn } from "./pictures.ts";
import type { Understanding } from "./suggestions.ts";

/** Several pictures of one message, of which one is to be chosen. */
export interface Choosing {
  readonly message: string;
  readonly owner: string | null;
  readonly pictures: readonly APIAttachment[];
}

/**
 * What an interaction says to us: something to be taken up, under an acknowledgement of this kind; a message with several
 * pictures, of which one must be chosen; the choice; what somebody has typed so far of a gesture's name; or something that cannot
 * be done, because we may not send files there.
 */
export type InteractionReading =
  | { readonly kind: "event"; readonly event: ChatEvent; readonly greeting: Greeting }
  | { readonly kind: "choose"; readonly choosing: Choosing }
  | { readonly kind: "chosen"; readonly of: string; readonly index: number }
  | { readonly kind: "typing"; readonly gesture: string }
  | { readonly kind: "noFiles" }
  | { readonly kind: "nothing" };

type Command = APIChatInputApplicationCommandInteraction;
type MenuEntry = APIMessageApplicationCommandInteraction;
/** What was said with `/animate`. */
type Given = Readonly<Partial<Record<AnimateOption, string | number | boolean>>>;

/** What is wished for: a clip of a picture, or another one of what is shown. */
type Asked =
  | Pick<PhotoEvent, "kind" | "photo" | "wish" | "unclear" | keyof SentToFollow>
  | Pick<WishEvent, "kind" | "wish" | "message" | "about" | keyof SentToFollow>;

const NOTHING: InteractionReading = { kind: "nothing" };
const PICK = /^pick:(\d+)$/;

/** Reads an interaction. Kinds that we do not know say nothing. */
export function readInteraction(interaction: APIInteraction, understanding: Understanding): InteractionReading {
  if (interaction.type === InteractionType.MessageComponent) return readPress(interaction);
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return readTyping(interaction);
  if (interaction.type !== InteractionType.ApplicationCommand) return NOTHING;
  if (interaction.data.type === ApplicationCommandType.ChatInput) {
    return readCommand(interaction as Command, understanding);
  }
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

function readTyping({ data }: APIApplicationCommandAutocompleteInteraction): InteractionReading {
  const option = data.options.find((one) => one.type === ApplicationCommandOptionType.String && one.focused === true);
  return option === undefined || !("value" in option) ? NOTHING : { kind: "typing", gesture: String(option.value) };
}

function readCommand(interaction: Command, understanding: Understanding): InteractionReading {
  const name = interaction.data.name as SlashCommand;
  const { options = [], resolved } = interaction.data;
  if (name === "verify") return verifyReading(interaction, Object.values(resolved?.attachments ?? {})[0]);
  if (name !== "animate") return commandReading(interaction, name);
  const given: Given = Object.fromEntries(
    options.flatMap((option) => ("value" in option ? [[option.name, option.value]] : [])),
  );
  const picture = resolved?.attachments?.[String(given.photo)];
  if (picture === undefined) return NOTHING;
  const { wish: inWords, ...asked } = askedBy(given.gesture, personOf(interaction).language, understanding);
  const wish = { ...inWords, ...chosenBy(given) };
  const [video, song] = [given.motion, given.music].map((id) => resolved?.attachments?.[String(id)]);
  const how = sentWith(video, song);
  return photoReading(interaction, { file: fileOf(picture), message: interaction.id }, { ...asked, ...how, wish });
}

/** What the face is to follow: a video, or else a song. */
function sentWith(video: APIAttachment | undefined, song: APIAttachment | undefined): SentToFollow {
  if (video !== undefined) return { movement: fileOf(video) };
  return song === undefined ? {} : { music: fileOf(song) };
}

/** A gesture that was offered, or words of one's own in its place. */
function askedBy(
  gesture: Given["gesture"],
  language: string | undefined,
  { gestures, wishes }: Understanding,
): Pick<PhotoEvent, "wish" | "unclear"> {
  if (typeof gesture !== "string") return {};
  return gestures.has(gesture) ? { wish: { gesture } } : askedIn(wishes.read(gesture, language, "asked"));
}

function chosenBy({ face, everyone, framing, strength }: Given): Wish {
  const whom = everyone === true ? "all" : face;
  return {
    ...(whom === "all" || typeof whom === "number" ? { face: whom } : {}),
    ...(framing === "portrait" || framing === "photo" ? { framing } : {}),
    ...(typeof strength === "number" ? { level: strength } : {}),
  };
}

function readMenuEntry(interaction: MenuEntry): InteractionReading {
  const { name, target_id, resolved } = interaction.data;
  const message = resolved.messages[target_id];
  if (message === undefined) return NOTHING;
  if (name === MENU.motion) return motionReading(interaction, message);
  if (name === MENU.report) return commandReading(interaction, "report", message.id);
  if (name === MENU.verify) return verifyReading(interaction, shownIn(message), message.id);
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
  const carried = dataOf(chosen ?? data.custom_id);
  // A video for keeping is brought to whoever wants to keep it, and the clip stays as it is.
  const keeps = decodeAction(carried)?.kind === "file";
  // What only one person sees is answered to that person alone.
  const ephemeral = keeps || ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const base = baseOf(interaction);
  const event = {
    ...base,
    chat: ephemeral ? aloneIn(base.chat) : base.chat,
    kind: "press",
    press: interaction.id,
    data: carried,
    message: message.id,
    ...(about === undefined ? {} : { about }),
  } as const;
  return { kind: "event", event, greeting: { kind: keeps ? "reply" : "tap", ephemeral } };
}

function photoReading(
  interaction: APIInteraction,
  photo: SharedPhoto,
  asked: Pick<PhotoEvent, "wish" | "unclear" | keyof SentToFollow>,
): InteractionReading {
  return wishReading(interaction, { kind: "photo", photo, ...asked });
}

/** A clip is wished for, and shown to everybody where we may speak. */
function wishReading(interaction: APIInteraction, asked: Asked): InteractionReading {
  if (!may(interaction, PermissionFlagsBits.AttachFiles)) return { kind: "noFiles" };
  const ephemeral = !may(interaction, speakingIn(interaction));
  const base = baseOf(interaction);
  const chat = ephemeral ? aloneIn(base.chat) : base.chat;
  const event = { ...base, chat, awaited: true, ...asked };
  return { kind: "event", event, greeting: { kind: "reply", ephemeral } };
}

/** The clip that the message answers, or else the last one there, is to make the movement of the message's video, or move to its song. */
function motionReading(interaction: MenuEntry, message: APIMessage): InteractionReading {
  const video = movingIn(message);
  const song = soundIn(message);
  if (video === undefined && song === undefined) return commandReading(interaction, "movement");
  const about = message.message_reference?.message_id;
  const answers = about === undefined ? {} : { about };
  return wishReading(interaction, {
    kind: "wish",
    wish: {},
    message: interaction.id,
    ...sentWith(video, song),
    ...answers,
  });
}

/** What concerns one person is answered to that person alone. */
function commandReading(interaction: APIInteraction, name: SlashCommand | "movement", about?: string) {
  const base = baseOf(interaction);
  const chat = aloneIn(base.chat);
  const command = { ...base, chat, awaited: true, kind: "command", name, message: interaction.id } as const;
  const event = about === undefined ? command : { ...command, about };
  return { kind: "event", event, greeting: { kind: "reply", ephemeral: true } } as const;
}

function verifyReading(
  interaction: APIInteraction,
  attachment: APIAttachment | undefined,
  about?: string,
): InteractionReading {
  const reading = commandReading(interaction, "verify", about);
  if (attachment === undefined) return reading;
  return { ...reading, event: { ...reading.event, file: fileOf(attachment) } };
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

const THREADS: readonly (ChannelType | undefined)[] = [
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** The right to speak where the interaction happened: in threads, posts of forums among them, it is another one. */
function speakingIn({ channel }: APIInteraction): bigint {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return THREADS.includes(channel?.type) ? SendMessagesInThreads : SendMessages;
}

/** Whether Discord lets us do something where the interaction happened. */
function may({ app_permissions }: APIInteraction, what: bigint): boolean {
  return (BigInt(app_permissions) & (what | PermissionFlagsBits.Administrator)) !== 0n;
}
