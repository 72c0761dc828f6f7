import { PermissionFlagsBits } from "discord.js";

/** All that the bot needs in a server where it is spoken to: to see the channel, and to answer there with a clip. */
const LEAST =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory;

/** The address at which somebody adds the bot to their server. */
export function inviteLink(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: "bot applications.commands",
    permissions: String(LEAST),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
