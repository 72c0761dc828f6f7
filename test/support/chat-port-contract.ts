import { describe, expect, it } from "vitest";
import { ChatError, type ChatPort, type ChatRef, type Keyboard } from "../../src/bots/port/chat-port.ts";

/** What a platform under test shows of a chat, as far as the contract looks at it. */
export interface PortBench {
  readonly port: ChatPort;
  readonly chat: ChatRef;
  /** A chat that the bot was thrown out of. */
  readonly closedChat: ChatRef;
  /** The id of a clip in the store, for a platform that shows clips from there. */
  readonly clip?: string;
  /** What can be read under a message, null when it is gone. */
  readonly textOf: (message: string) => string | null;
  /** The data of a message's buttons. */
  readonly buttonsOf: (message: string) => readonly string[];
}

const keyboard: Keyboard = [
  {
    kind: "actions",
    buttons: [
      { label: "One", data: "x:1" },
      { label: "Two", data: "x:2" },
    ],
  },
];
const shape = { width: 64, height: 64, seconds: 4, caption: "A clip", keyboard };

/** What the conversation relies on, whatever the platform. */
export function describeChatPort(name: string, open: () => Promise<PortBench>): void {
  describe(`${name} as a chat port`, () => {
    it("says something, changes it and takes it back", async () => {
      const { port, chat, textOf, buttonsOf } = await open();
      const said = await port.say({ chat }, { text: "Hello", keyboard });
      expect(textOf(said.id)).toBe("Hello");
      expect(buttonsOf(said.id)).toEqual(["x:1", "x:2"]);
      await port.edit(said, { text: "Goodbye", keyboard: [] });
      expect(textOf(said.id)).toBe("Goodbye");
      expect(buttonsOf(said.id)).toEqual([]);
      await port.remove(said);
      expect(textOf(said.id)).toBeNull();
    });

    it("takes a change to the same, and removing what is gone, without complaint", async () => {
      const { port, chat } = await open();
      const said = await port.say({ chat }, { text: "Hello" });
      await port.edit(said, { text: "Hello" });
      await port.remove(said);
      await port.remove(said);
    });

    it("answers a message that is gone all the same", async () => {
      const { port, chat, textOf } = await open();
      const said = await port.say({ chat, replyTo: "999999" }, { text: "Still here" });
      expect(textOf(said.id)).toBe("Still here");
    });

    it("sends a clip, and again by the platform's own copy", async () => {
      const { port, chat, textOf, buttonsOf, clip: id = "a-clip" } = await open();
      const clip = { ...shape, clip: id };
      const first = await port.sendClip({ chat }, { ...clip, content: { mp4: Buffer.from("an mp4") } });
      expect(textOf(first.message.id)).toBe("A clip");
      expect(buttonsOf(first.message.id)).toEqual(["x:1", "x:2"]);
      await port.edit(first.message, { keyboard: [] });
      expect(buttonsOf(first.message.id)).toEqual([]);
      if (first.sent === undefined) return;
      const again = await port.sendClip({ chat }, { ...clip, content: { sent: first.sent } });
      expect(textOf(again.message.id)).toBe("A clip");
    });

    it("sends a clip as a file, and a picture", async () => {
      const { port, chat, textOf, clip: id = "a-clip" } = await open();
      const clip = { ...shape, clip: id };
      const file = await port.sendClip({ chat }, { ...clip, content: { mp4: Buffer.from("an mp4") }, asFile: true });
      expect(textOf(file.message.id)).toBe("A clip");
      const picture = await port.sendPicture({ chat }, Buffer.from([0xff, 0xd8, 0xff, 0xd9]), "Faces");
      expect(textOf(picture.id)).toBe("Faces");
    });

    it("tells apart why something was not possible", async () => {
      const { port, chat, closedChat } = await open();
      const codeOf = async (work: Promise<unknown>): Promise<string> => {
        const error: unknown = await work.catch((reason: unknown) => reason);
        return error instanceof ChatError ? error.code : `not a ChatError: ${String(error)}`;
      };
      expect(await codeOf(port.say({ chat: closedChat }, { text: "Hello" }))).toBe("gone");
      expect(await codeOf(port.edit({ chat, id: "999999" }, { text: "Hello" }))).toBe("noMessage");
      const sent = "no such file";
      expect(await codeOf(port.sendClip({ chat }, { ...shape, clip: sent, content: { sent } }))).toBe("noFile");
      expect(await codeOf(port.download({ id: "no such file", unique: "x" }, { maxBytes: 100 }))).toBe("noFile");
    });

    it("never fails where nobody waits for the answer", async () => {
      const { port, closedChat } = await open();
      await port.answer("a tap of yesterday", "Hello");
      port.busy(closedChat, "rendering")();
    });
  });
}
