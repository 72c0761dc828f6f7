import { ComponentType } from "discord-api-types/v10";
import { describeChatPort, type PortBench } from "../support/chat-port-contract.ts";
import { startRig } from "../support/fake-discord/rig.ts";
import { BOT } from "../support/fake-discord/world.ts";

describeChatPort("Discord", async (): Promise<PortBench> => {
  const { adapter, person, world } = await startRig();
  const [anna, boris] = [person(), person()];
  world.closed.add(boris.id);
  return {
    port: adapter.port,
    chat: { platform: "discord", id: anna.id, group: false },
    closedChat: { platform: "discord", id: boris.id, group: false },
    textOf: (id) => {
      const held = world.find(id)?.message;
      return held?.author.id === BOT.id ? held.content : null;
    },
    buttonsOf: (id) => {
      const rows = world.find(id)?.message.components ?? [];
      const components = rows.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
      return components.flatMap((component) => ("custom_id" in component ? [component.custom_id] : []));
    },
  };
});
