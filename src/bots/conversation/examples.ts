import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger } from "pino";
import type { Store } from "../../store/store.ts";
import type { Texts } from "../../texts/texts.ts";
import {
  ChatError,
  type ChatPort,
  chatKey,
  type Keyboard,
  type OutgoingClip,
  type Place,
  personKey,
} from "../port/chat-port.ts";
import { encodeAction, FIRST_CHOICE } from "./choice.ts";
import type { Asker, ClipWish } from "./effects.ts";

/** The folder of the photo that comes with Keepsake, `portrait.jpg`, and of its clip, `welcome.mp4`, whose first frame is `welcome.jpg`. */
export const EXAMPLES = join(import.meta.dirname, "../../../examples");

/** A photo that may be shown to anybody, and its clip. */
export interface Example {
  photo(): Promise<Uint8Array>;
  /** Silent MP4, with the mark. */
  clip(): Promise<Uint8Array>;
}

/** The one that comes with Keepsake. */
export const SHIPPED_EXAMPLE: Example = {
  photo: async () => readFile(join(EXAMPLES, "portrait.jpg")),
  clip: async () => readFile(join(EXAMPLES, "welcome.mp4")),
};

/** What is shown, where anything is, and where its photo is kept. */
export interface ExampleParts {
  readonly example?: Example;
  readonly store: Pick<Store, "photos">;
  readonly log: Logger;
}

/** The clip that comes with the photo, as it was made. */
const SHAPE = { width: 480, height: 480, seconds: 6.04 };
/** The name under which the photo is kept, once for each chat. */
const SOURCE = "example";

/** The photo that comes with the bot and its clip, for whoever wants to see what clips are. */
export class Examples {
  /** The platforms' own ids of the clip, so that it is uploaded once. */
  readonly #sent = new Map<string, string>();

  constructor(private readonly parts: ExampleParts) {}

  /** The first words under a clip, with a button that makes one; without both where the clip cannot be sent. */
  async show(port: ChatPort, place: Place, texts: Texts): Promise<void> {
    const text = `${texts.say("start")}\n\n${texts.say("consent-caption")}`;
    const data = encodeAction({ kind: "tryExample" });
    const keyboard: Keyboard = [{ kind: "actions", buttons: [{ label: texts.say("button-try"), data }] }];
    const { example, log } = this.parts;
    if (example === undefined) {
      await port.say(place, { text });
      return;
    }
    const clip = { clip: SOURCE, ...SHAPE, caption: text, keyboard };
    try {
      const { sent } = await port.sendClip(place, { ...clip, content: await this.#content(port, example) });
      if (sent !== undefined) this.#sent.set(port.platform, sent);
    } catch (error) {
      if (error instanceof ChatError && (error.code === "unreachable" || error.code === "gone")) throw error;
      this.#sent.delete(port.platform);
      log.warn({ err: error }, "the example could not be shown");
      await port.say(place, { text });
    }
  }

  /** A wish for a clip of the photo, which from now on is kept as if its person had sent it; null where there is none. */
  async wishOf(asker: Asker): Promise<ClipWish | null> {
    const { example, store } = this.parts;
    if (example === undefined) return null;
    const { chat, from } = asker;
    const owner = personKey(chat, from);
    const named = { platform: chat.platform, owner, chat: chatKey(chat), source: `${owner}/${SOURCE}` };
    const photo = await store.photos.put(named, await example.photo());
    return { asker, of: { photo }, face: null, ...FIRST_CHOICE };
  }

  async #content({ platform }: ChatPort, example: Example): Promise<OutgoingClip["content"]> {
    const sent = this.#sent.get(platform);
    return sent === undefined ? { mp4: await example.clip() } : { sent };
  }
}
