import { attempt } from "../../attempt.ts";
import { UserError } from "../../errors.ts";
import type { Product } from "../../pipeline/video/formats.ts";
import { renderRequestOf } from "../../queue/clip-work.ts";
import type { ClipRecord, PhotoRecord } from "../../store/record-types.ts";
import { errorText, type Text, write } from "../../texts/texts.ts";
import type { ChatEvent } from "../port/chat-event.ts";
import { ChatError, type ChatPort, type ClipShape, personKey, type ShapedClip } from "../port/chat-port.ts";
import { isWanted, noteArrival } from "./arrivals.ts";
import type { Choice } from "./choice.ts";
import { type Context, portOf, textsOf } from "./context.ts";
import type { Effect } from "./effects.ts";
import { placeOf } from "./sender.ts";

/** What each shape is made with. */
const MADE_WITH = {
  gif: ["gif"],
  sticker: ["sticker"],
  round: ["mp4"],
  live: ["mp4", "jpg"],
} as const satisfies Record<ClipShape, readonly Product[]>;

/** Of these a square with the face in its middle is shown. */
const OF_PORTRAITS: ReadonlySet<ClipShape> = new Set(["sticker", "round"]);
/** Sides of round videos are seen no larger. */
const ROUND_SIDE = 640;
const LIVE_BYTES = 10_000_000;

type Wanted = Extract<Effect, { do: "save" }>;

/** Makes other shapes of clips, for keeping. A person has one made at a time. */
export class Saving {
  readonly #saving = new Set<string>();
  #able: Promise<ReadonlySet<Product>> | undefined;

  constructor(private readonly context: Context) {}

  /** The shapes in which a clip can be saved besides as a file; undefined where the platform has none. */
  async shapesOf(
    { framing }: Pick<Choice, "framing">,
    { shapes }: ChatPort,
  ): Promise<readonly ClipShape[] | undefined> {
    if (shapes === undefined) return undefined;
    const able = await this.#products();
    return shapes.filter(
      (shape) =>
        MADE_WITH[shape].every((product) => able.has(product)) && (framing === "portrait" || !OF_PORTRAITS.has(shape)),
    );
  }

  async save(event: ChatEvent, wanted: Wanted): Promise<void> {
    const port = portOf(this.context, event.chat);
    const texts = textsOf(event);
    const person = personKey(event.chat, event.from);
    if (this.#saving.has(person)) return port.answer(wanted.press, texts.say("press-already"));
    this.#saving.add(person);
    const stop = port.busy(event.chat, "sending");
    try {
      await port.answer(wanted.press, texts.say("press-on-it"), true);
      await this.#bring(event, port, wanted);
    } catch (error) {
      await port.say(placeOf(wanted.asker), { text: write(texts, this.#why(error, wanted)), onlyFor: event.from.id });
    } finally {
      stop();
      this.#saving.delete(person);
    }
  }

  async #bring(event: ChatEvent, port: ChatPort, { asker, clip, photo, shape }: Wanted): Promise<void> {
    const name = `${event.chat.platform}:${shape}`;
    const known = clip.files[name];
    const content = known === undefined ? await this.#make(clip, photo, shape) : { sent: known };
    if (!(await isWanted(this.context, event.id))) return;
    const { width, height, seconds } = clip;
    const shaped = { shape, width, height, seconds };
    const send = async (what: ShapedClip["content"]) => port.sendShaped?.(placeOf(asker), { ...shaped, content: what });
    const sent = await send(content).catch(async (error: unknown) => {
      if (known === undefined || !(error instanceof ChatError) || error.code !== "noFile") throw error;
      return send(await this.#make(clip, photo, shape));
    });
    if (sent === undefined) return;
    const user = personKey(event.chat, event.from);
    const stays = await noteArrival(this.context, event.id, sent.message, { photo: photo.id, clip: clip.id, user });
    const { sent: copy } = sent;
    if (!stays || copy === undefined) return;
    const { log, store } = this.context;
    await attempt(log, "A platform's copy is not noted", async () => store.clips.setFile(clip.id, name, copy));
  }

  async #make(clip: ClipRecord, photo: PhotoRecord, shape: ClipShape): Promise<ShapedClip["content"]> {
    const { studio, store } = this.context;
    if (shape === "sticker") {
      const request = await renderRequestOf(store, clip, photo);
      if (request === null) throw new UserError("cannotCutOut");
      return studio.sticker(request, {});
    }
    const mp4 = await store.clips.bytes(clip.id);
    if (mp4 === null) throw new Error("a clip's file is gone, and its record is not");
    const original = { mp4, width: clip.width, height: clip.height, fps: clip.fps };
    if (shape === "gif") return studio.convert(original, { format: "gif" });
    if (shape === "round") return studio.convert(original, { format: "mp4", longSide: ROUND_SIDE });
    const { bytes: still } = await studio.convert(original, { format: "jpg" });
    const small = mp4.length <= LIVE_BYTES;
    const { bytes } = small ? { bytes: mp4 } : await studio.convert(original, { format: "mp4", maxBytes: LIVE_BYTES });
    return { bytes, still };
  }

  /** What to say about it. What a platform out of reach keeps from being said is tried again with the event. */
  #why(error: unknown, { clip, shape }: Wanted): Text {
    if (error instanceof ChatError && (error.code === "unreachable" || error.code === "gone")) throw error;
    this.context.log.warn({ clip: clip.id, shape, err: error }, "a clip could not be saved in a shape");
    if (error instanceof UserError) return errorText(error.code);
    return { key: error instanceof ChatError ? "save-refused" : "save-failed", params: {} };
  }

  /** Asked once; after a failure again. */
  async #products(): Promise<ReadonlySet<Product>> {
    this.#able ??= this.context.studio.products().then((products) => new Set(products));
    return this.#able.catch((error: unknown) => {
      this.#able = undefined;
      this.context.log.warn({ err: error }, "it is not known what the studio can make");
      return new Set<Product>();
    });
  }
}
