import {
  type APIApplicationCommand,
  type APIAttachment,
  ChannelType,
  InteractionResponseType,
  MessageFlags,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { checkCommand, checkMessage, checkSuggestions, Refusal } from "./checks.ts";
import {
  APPLICATION,
  BOT,
  type Call,
  type Channel,
  type Held,
  type Interaction,
  type Message,
  type World,
} from "./world.ts";

/** Discord waits so long for the first answer. */
const PATIENCE_MS = 3000;
const FOLLOW_UPS_OF_A_STRANGER = 5;

type Handler = (world: World, call: Call, ids: readonly string[]) => unknown;

interface Route {
  readonly name: string;
  readonly method: string;
  readonly path: RegExp;
  readonly handle: Handler;
}

const route = (name: string, method: string, path: string, handle: Handler): Route => ({
  name,
  method,
  path: new RegExp(`^${path.replaceAll(":", "([^/]+)")}$`),
  handle,
});

/** What the bot may call, by the names that `Script.fail` knows. */
export const ROUTES: readonly Route[] = [
  route("me", "GET", "/users/@me", () => BOT),
  route("application", "GET", "/applications/@me", (world) => ({
    id: APPLICATION,
    name: "Keepsake",
    integration_types_config: world.installs,
  })),
  route("readCommands", "GET", "/applications/:/commands", (world) => world.commands),
  route("setCommands", "PUT", "/applications/:/commands", setCommands),
  route("acknowledge", "POST", "/interactions/:/:/callback", acknowledge),
  route("followUp", "POST", "/webhooks/:/:", followUp),
  route("editReply", "PATCH", "/webhooks/:/:/messages/:", editReply),
  route("deleteReply", "DELETE", "/webhooks/:/:/messages/:", deleteReply),
  route("openDirect", "POST", "/users/@me/channels", (world, { body }) => {
    const channel = world.directWith(String(body["recipient_id"]));
    return { id: channel.id, type: ChannelType.DM };
  }),
  route("send", "POST", "/channels/:/messages", send),
  route("edit", "PATCH", "/channels/:/messages/:", editMessage),
  route("delete", "DELETE", "/channels/:/messages/:", deleteMessage),
  route("react", "PUT", "/channels/:/messages/:/reactions/:/@me", react),
  route("unreact", "DELETE", "/channels/:/messages/:/reactions/:/@me", unreact),
  route("typing", "POST", "/channels/:/typing", (world, _, [channel = ""]) => {
    mayDo(world, channel, speaking(world, channel));
    return null;
  }),
];

/** As Discord does, it adds what it knows and writes empty things as null. */
function setCommands(world: World, { body }: Call): unknown {
  const given = Object.values(body) as unknown as APIApplicationCommand[];
  for (const command of given) checkCommand(command);
  world.commands = given.map((command) => ({
    nsfw: false,
    ...command,
    id: world.id(),
    application_id: APPLICATION,
    version: world.id(),
  }));
  return world.commands;
}

function acknowledge(world: World, { body, files }: Call, [id = "", token = ""]: readonly string[]): null {
  const interaction = world.interactions.get(id);
  const afterMs = interaction === undefined ? 0 : Date.now() - interaction.sentAt;
  if (interaction !== undefined && afterMs > PATIENCE_MS) {
    interaction.lateMs ??= afterMs;
    world.changed();
  }
  if (interaction === undefined || interaction.token !== token || afterMs > PATIENCE_MS) {
    throw new Refusal(404, 10062, "Unknown interaction");
  }
  if (interaction.answer !== null) throw new Refusal(400, 40060, "Interaction has already been acknowledged.");
  const type = body["type"] as InteractionResponseType;
  const data = (body["data"] ?? {}) as Readonly<Record<string, unknown>>;
  const flags = Number(data["flags"] ?? 0);
  const choices = (data["choices"] ?? []) as readonly { readonly name: string; readonly value: string }[];
  if (interaction.typing !== (type === InteractionResponseType.ApplicationCommandAutocompleteResult)) {
    throw new Refusal(400, 50035, "Invalid Form Body: type");
  }
  checkSuggestions(choices);
  interaction.answer = { type, flags, afterMs, choices };
  if (type === InteractionResponseType.DeferredChannelMessageWithSource) {
    interaction.original = answerWith(world, interaction, {
      flags: flags | MessageFlags.Loading,
    }).message.id;
  }
  if (type === InteractionResponseType.ChannelMessageWithSource) {
    checkMessage(world, { ...EMPTY_CALL, body: data, files }, true);
    interaction.original = answerWith(world, interaction, fieldsOf(data, flags)).message.id;
  }
  if (type === InteractionResponseType.DeferredMessageUpdate) interaction.original = interaction.tapped;
  return null;
}

const EMPTY_CALL: Call = { route: "", method: "", path: "", body: {}, files: [], status: 200 };

function followUp(world: World, call: Call, [, token = ""]: readonly string[]): Message {
  const interaction = openInteraction(world, token);
  checkMessage(world, call, true);
  interaction.followUps += 1;
  if (interaction.channel.permissions === null && interaction.followUps > FOLLOW_UPS_OF_A_STRANGER) {
    throw new Refusal(400, 40094, "This interaction has reached the maximum number of follow up messages");
  }
  const flags = Number(call.body["flags"] ?? 0);
  return answerWith(world, interaction, { ...fieldsOf(call.body, flags), ...attachmentsOf(world, call) }).message;
}

function editReply(world: World, call: Call, [, token = "", id = ""]: readonly string[]): Message {
  const held = replyOf(world, openInteraction(world, token), id);
  checkMessage(world, call, false);
  if (call.files.length > 0 && isClosedForFiles(openInteraction(world, token).channel)) {
    throw new Refusal(403, 50013, "Missing Permissions");
  }
  return change(world, held, call);
}

function deleteReply(world: World, _: Call, [, token = "", id = ""]: readonly string[]): null {
  replyOf(world, openInteraction(world, token), id).deleted = true;
  return null;
}

function isClosedForFiles({ permissions }: Channel): boolean {
  return permissions !== null && (permissions & PermissionFlagsBits.AttachFiles) === 0n;
}

function openInteraction(world: World, token: string): Interaction {
  const interaction = world.interactionOf(token);
  if (interaction === null) throw new Refusal(401, 50027, "Invalid Webhook Token");
  if (interaction.answer === null) throw new Refusal(404, 10015, "Unknown Webhook");
  return interaction;
}

function replyOf(world: World, interaction: Interaction, id: string): Held {
  const wanted = id === "@original" ? (interaction.original ?? "") : id;
  const held = world.find(wanted);
  const ours = held?.message.channel_id === interaction.channel.id && held.message.author.id === BOT.id;
  if (held === null || !ours) throw new Refusal(404, 10008, "Unknown Message");
  return held;
}

function answerWith(world: World, interaction: Interaction, message: Partial<Message>): Held {
  const ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const { channel, user } = interaction;
  return world.keep({ channel_id: channel.id, author: BOT, ...message }, ephemeral ? user : null);
}

function fieldsOf(body: Readonly<Record<string, unknown>>, flags: number): Partial<Message> {
  const { content, components } = body as Partial<Message>;
  return { content: content ?? "", components: components ?? [], flags };
}

function attachmentsOf(world: World, { body, files }: Call): { readonly attachments?: APIAttachment[] } {
  if (files.length === 0) return {};
  const described = (body["attachments"] ?? []) as { readonly filename: string; readonly description?: string }[];
  const attachments = files.map((bytes, index) => {
    const { filename = "file", description = "" } = described[index] ?? {};
    const ending = filename.slice(filename.lastIndexOf(".") + 1);
    const type = TYPES[ending] ?? "application/octet-stream";
    return { ...world.attach(bytes, filename, type), description };
  });
  return { attachments };
}

const TYPES: Readonly<Record<string, string>> = { mp4: "video/mp4", webp: "image/webp", jpg: "image/jpeg" };

function change(world: World, held: Held, call: Call): Message {
  const { content, components } = call.body as Partial<Message>;
  const flags = (held.message.flags ?? 0) & ~MessageFlags.Loading;
  held.message = {
    ...held.message,
    flags,
    edited_timestamp: new Date().toISOString(),
    ...(content === undefined ? {} : { content }),
    ...(components === undefined ? {} : { components }),
    ...attachmentsOf(world, call),
  };
  if (content !== undefined) held.history.push(content);
  return held.message;
}

function mayDo(world: World, id: string, what: bigint): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Refusal(404, 10003, "Unknown Channel");
  if (channel.permissions === null) throw new Refusal(403, 50001, "Missing Access");
  if ((channel.permissions & what) !== what) throw new Refusal(403, 50013, "Missing Permissions");
  const user = [...world.direct].find(([, direct]) => direct === id)?.[0];
  if (user !== undefined && world.closed.has(user)) {
    throw new Refusal(403, 50007, "Cannot send messages to this user");
  }
  return channel;
}

function send(world: World, call: Call, [id = ""]: readonly string[]): Message {
  const channel = mayDo(world, id, speaking(world, id) | attaching(call));
  checkMessage(world, call, true);
  const again = nonceOf(world, call);
  if (again !== null) return again;
  const reference = call.body["message_reference"] as { message_id: string; fail_if_not_exists?: boolean } | undefined;
  const about = reference === undefined ? null : world.find(reference.message_id);
  if (reference !== undefined && about === null && reference.fail_if_not_exists !== false) {
    throw new Refusal(400, 50035, "Invalid Form Body: message_reference: Unknown message");
  }
  if (about !== null && ((channel.permissions ?? 0n) & PermissionFlagsBits.ReadMessageHistory) === 0n) {
    throw new Refusal(400, 160002, "Cannot reply without permission to read message history");
  }
  const reply = about === null ? {} : { message_reference: { message_id: about.message.id, channel_id: id, type: 0 } };
  const nonce = call.body["nonce"] as string | undefined;
  return world.keep({
    channel_id: channel.id,
    author: BOT,
    ...fieldsOf(call.body, Number(call.body["flags"] ?? 0)),
    ...attachmentsOf(world, call),
    ...reply,
    ...(nonce === undefined ? {} : { nonce }),
  }).message;
}

/** In threads, the posts of forums among them, it takes another right to speak. */
function speaking(world: World, id: string): bigint {
  const isThread = world.channels.get(id)?.type === ChannelType.PublicThread;
  return isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
}

function attaching({ files }: Call): bigint {
  return files.length > 0 ? PermissionFlagsBits.AttachFiles : 0n;
}

function react(world: World, _: Call, [channel = "", message = "", emoji = ""]: readonly string[]): null {
  const direct = world.channels.get(channel)?.type === ChannelType.DM;
  const { AddReactions, ReadMessageHistory } = PermissionFlagsBits;
  mayDo(world, channel, direct ? 0n : AddReactions | ReadMessageHistory);
  const held = world.find(message);
  if (held === null || held.message.channel_id !== channel) throw new Refusal(404, 10008, "Unknown Message");
  world.marks.push({ message, emoji });
  return null;
}

function unreact(world: World, _: Call, [channel = "", message = "", emoji = ""]: readonly string[]): null {
  mayDo(world, channel, 0n);
  const mark = world.marks.findIndex((one) => one.message === message && one.emoji === emoji);
  if (mark < 0) throw new Refusal(404, 10014, "Unknown Emoji");
  world.marks.splice(mark, 1);
  return null;
}

/** The message that was made with the same nonce. */
function nonceOf(world: World, { body }: Call): Message | null {
  if (body["enforce_nonce"] !== true) return null;
  return [...world.messages.values()].find(({ message }) => message.nonce === body["nonce"])?.message ?? null;
}

function editMessage(world: World, call: Call, [channel = "", id = ""]: readonly string[]): Message {
  mayDo(world, channel, attaching(call));
  checkMessage(world, call, false);
  return change(world, ownMessage(world, channel, id, 50005), call);
}

function deleteMessage(world: World, _: Call, [channel = "", id = ""]: readonly string[]): null {
  ownMessage(world, channel, id, 50013).deleted = true;
  return null;
}

function ownMessage(world: World, channel: string, id: string, notOurs: number): Held {
  mayDo(world, channel, PermissionFlagsBits.ViewChannel);
  const held = world.find(id);
  // What only one person sees is in no channel.
  if (held === null || held.for !== null || held.message.channel_id !== channel) {
    throw new Refusal(404, 10008, "Unknown Message");
  }
  if (held.message.author.id !== BOT.id) throw new Refusal(403, notOurs, "Not the bot's own");
  return held;
}
