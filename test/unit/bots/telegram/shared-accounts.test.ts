import type { Message, User } from "@grammyjs/types";
import { describe, expect, it } from "vitest";
import { newGroup } from "../../../support/fake-telegram/client.ts";
import { newPicture, startRig } from "../../../support/fake-telegram/rig.ts";
import { BOT } from "../../../support/fake-telegram/world.ts";

const ANONYMOUS_ADMIN: User = { id: 1087968824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };
const TELEGRAM: User = { id: 777000, is_bot: false, first_name: "Telegram" };

function forgetIn(chat: ReturnType<typeof newGroup>, from: User, more: object = {}): Message {
  const text = `/forget@${BOT.username}`;
  const entities = [{ type: "bot_command", offset: 0, length: text.length }];
  return { message_id: 7777, date: 1, chat, from, text, entities, ...more } as unknown as Message;
}

describe("an account through which many write", () => {
  it("is not one person: /forget of one group's administrators leaves other groups alone", async () => {
    const rig = await startRig();
    const [theirs, elsewhere] = [newGroup(), newGroup()];
    const anna = rig.user().in(theirs);
    const watcher = rig.user().in(elsewhere);
    Object.assign(anna, { user: ANONYMOUS_ADMIN });
    anna.sendsPhoto(await newPicture(), { caption: "/animate" });
    const clip = await anna.nextClip();
    const message = forgetIn(elsewhere, ANONYMOUS_ADMIN, { sender_chat: elsewhere });
    rig.world.keep(message);
    rig.world.tell({ message });
    await watcher.nextText(/nothing|delet|no photos/i);
    expect((await rig.store.usage()).photos).toBe(1);
    expect(anna.again(clip).deleted).toBe(false);
    anna.says(`/forget@${BOT.username}`);
    await anna.nextText(/delet/i);
    expect((await rig.store.usage()).photos).toBe(0);
  });

  it("says nothing when it only forwards a channel's post, and owns no photo", async () => {
    const rig = await startRig();
    const group = newGroup();
    const boris = rig.user().in(group);
    const channel = rig.user().in(group);
    Object.assign(channel, { user: TELEGRAM });
    const photo = channel.sendsPhoto(await newPicture());
    boris.says(`/animate@${BOT.username}`, { id: photo });
    await boris.nextClip();
    rig.world.tell({ message: forgetIn(group, TELEGRAM, { is_automatic_forward: true }) });
    boris.says(`/privacy@${BOT.username}`);
    await boris.nextText(/./);
    expect((await rig.store.usage()).photos).toBe(1);
  });
});
