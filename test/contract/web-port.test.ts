import { randomBytes } from "node:crypto";
import { shownSchema } from "../../src/bots/web/page-message.ts";
import { describeChatPort, type PortBench } from "../support/chat-port-contract.ts";
import { startWebRig } from "../support/web-rig.ts";

const CLIP = {
  face: 1,
  framing: "portrait",
  gesture: "smile",
  strength: 1,
  maxBytes: null,
  engine: "mesh",
  driver: "smile",
  fps: 25,
  frames: 100,
} as const;

describeChatPort("The page", async (): Promise<PortBench> => {
  const { adapter, store } = await startWebRig();
  const id = randomBytes(16).toString("base64url");
  const key = `web:${id}`;
  const photo = await store.photos.put({ platform: "web", owner: key, chat: key, source: "a" }, Buffer.from("photo"));
  const facts = { ...CLIP, photo: photo.id, owner: key, width: 64, height: 64, seconds: 4, enhanced: false };
  const clip = await store.clips.put(facts, Buffer.from("clip"));
  const find = (message: string) => {
    const entry = store.transcript.get(key, message);
    return entry === null ? null : shownSchema.parse(entry.shown);
  };
  return {
    port: adapter.port,
    chat: { platform: "web", id, group: false },
    closedChat: { platform: "web", id: "nobody", group: false },
    clip: clip.id,
    textOf: (message) => find(message)?.text ?? null,
    buttonsOf: (message) => find(message)?.keyboard.flatMap(({ buttons }) => buttons.map(({ data }) => data)) ?? [],
  };
});
