import type { InlineKeyboardButton } from "@grammyjs/types";
import { describeChatPort, type PortBench } from "../support/chat-port-contract.ts";
import { startRig } from "../support/fake-telegram/rig.ts";
import { BOT } from "../support/fake-telegram/world.ts";

describeChatPort("Telegram", async (): Promise<PortBench> => {
  const { adapter, user, world } = await startRig();
  const [anna, boris] = [user(), user()];
  anna.private();
  boris.private();
  boris.block();
  const find = (message: string) => world.find(anna.id, Number(message))?.message;
  return {
    port: adapter.port,
    chat: { platform: "telegram", id: String(anna.id), group: false },
    closedChat: { platform: "telegram", id: String(boris.id), group: false },
    textOf: (message) => {
      const held = find(message);
      return held?.from?.id === BOT.id ? (held.text ?? held.caption ?? "") : null;
    },
    buttonsOf: (message) => {
      const held = find(message) as { reply_markup?: { inline_keyboard: InlineKeyboardButton[][] } } | undefined;
      const buttons = held?.reply_markup?.inline_keyboard.flat() ?? [];
      return buttons.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
    },
  };
});
