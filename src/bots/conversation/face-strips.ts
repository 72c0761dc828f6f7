import type { PhotoRecord } from "../../store/record-types.ts";
import type { Texts } from "../../texts/texts.ts";
import { ChatError, type Place } from "../port/chat-port.ts";
import { noteArrival } from "./arrivals.ts";
import type { Choice } from "./choice.ts";
import { type Context, portOf } from "./context.ts";
import { facesKeyboard } from "./keyboard.ts";
import type { Looks } from "./looks.ts";

/** A photo whose faces somebody should know by their numbers. */
export interface Numbered {
  readonly place: Place;
  readonly photo: PhotoRecord;
  /** What is being made meanwhile. */
  readonly choice: Choice;
  readonly texts: Texts;
  /** Who asked, as `personKey` makes it. */
  readonly user: string;
  /** What asked for it: an entry of the journal. */
  readonly event: string;
}

/** Tells once for each photo which face has which number, where the platform does not show it in the photo. */
export class FaceStrips {
  readonly #showing = new Map<string, Promise<void>>();

  constructor(
    private readonly context: Context,
    private readonly looks: Looks,
  ) {}

  /**
   * Shows the strip unless it was shown; `strip` is what a look just gave. Never throws: a clip without numbers is still a clip.
   */
  async show(numbered: Numbered, strip: Uint8Array | null = null): Promise<void> {
    const { id } = numbered.photo;
    const known = this.#showing.get(id);
    if (known !== undefined) return known;
    const showing = this.#show(numbered, strip)
      .catch((error: unknown) => {
        const reason = error instanceof ChatError ? { reason: error.message } : { err: error };
        this.context.log.warn({ photo: id, ...reason }, "no strip of faces");
      })
      .finally(() => this.#showing.delete(id));
    this.#showing.set(id, showing);
    return showing;
  }

  async #show({ place, photo, choice, texts, user, event }: Numbered, given: Uint8Array | null): Promise<void> {
    const port = portOf(this.context, place.chat);
    const faces = photo.faces ?? [];
    if (port.outline !== undefined || port.folds !== undefined || choice.face === "all") return;
    if (faces.filter(({ obstacle }) => obstacle === null).length < 2) return;
    const { deliveries } = this.context.store;
    if ((await deliveries.ofPhoto(photo.id)).some(({ clip }) => clip === null)) return;
    const strip = given ?? (await this.draw(photo, user));
    if (strip === null) return;
    const caption = texts.say("faces-strip", { faces: faces.length, first: choice.face });
    const { gestures } = this.context;
    const sent = await port.sendPicture(place, strip, caption, facesKeyboard(choice, faces, { gestures, texts }));
    await noteArrival(this.context, event, sent, { photo: photo.id, clip: null, user });
  }

  /** The strip of a photo that was looked at before, drawn anew; null when the photo is gone, or has but one face to show. */
  async draw(photo: PhotoRecord, user: string): Promise<Uint8Array | null> {
    const bytes = await this.context.store.photos.bytes(photo.id);
    return bytes === null ? null : (await this.looks.look(user, bytes, { strip: true })).strip;
  }
}
