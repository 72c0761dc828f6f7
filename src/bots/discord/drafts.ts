import type { RawFile } from "discord.js";
import type { DiscordConfig } from "../../config.ts";
import type { ClipContent, Keyboard, LoopShape, OutgoingClip } from "../port/chat-port.ts";
import type { CommandLinks } from "./command-links.ts";
import { layOut } from "./keyboard.ts";

/** A message as Discord takes it, with its files. */
export interface Draft {
  readonly body: { readonly content?: string };
  readonly files: readonly RawFile[];
}

/** How clips are posted: as pictures that loop, as videos that have to be started, or as both. */
type ClipManner = DiscordConfig["clips"];

/** Every second frame of a clip: a figure that does not divide its 25 a second would show some frames longer than others. */
const LOOP: LoopShape = { format: "webp", longSide: 480, fps: 12.5 };

/** Words for people who cannot see a picture, at most. */
const MOST_ALT = 1024;

/** Writes messages as Discord takes them. */
export class Drafts {
  constructor(
    private readonly manner: ClipManner,
    private readonly links: CommandLinks,
  ) {}

  /** What a clip must be made into besides, to be posted. */
  get loops(): LoopShape | null {
    return this.manner === "mp4" ? null : LOOP;
  }

  text(text: string, keyboard: Keyboard): Draft {
    return { body: { ...this.words(text), ...this.rows(keyboard) }, files: [] };
  }

  picture(jpeg: Uint8Array, caption: string, keyboard: Keyboard): Draft {
    const file = { data: Buffer.from(jpeg), name: "faces.jpg", contentType: "image/jpeg" };
    return { body: { content: caption, ...this.rows(keyboard), ...attached([file], caption) }, files: [file] };
  }

  /** One that does not loop for some reason is there as a video in any case. */
  clip(
    { mp4, loop }: ClipContent,
    { caption, alt = caption, keyboard = [] }: Pick<OutgoingClip, "caption" | "alt" | "keyboard">,
  ): Draft {
    const video = { data: Buffer.from(mp4), name: "keepsake.mp4", contentType: "video/mp4" };
    const picture = loop && { data: Buffer.from(loop), name: "keepsake.webp", contentType: "image/webp" };
    const files = picture === undefined ? [video] : this.manner === "both" ? [picture, video] : [picture];
    return { body: { ...this.words(caption), ...this.rows(keyboard), ...attached(files, alt) }, files };
  }

  /** The video is offered by itself only where messages do not hold it. */
  rows(keyboard: Keyboard) {
    const isOffered = this.manner === "webp";
    const offered = keyboard.map((group) => ({
      ...group,
      buttons: group.buttons.filter(({ file }) => isOffered || file !== true),
    }));
    return { components: layOut(offered) };
  }

  words(text: string) {
    return { content: this.links.into(text) };
  }
}

function attached(files: readonly RawFile[], words: string) {
  const description = words.slice(0, MOST_ALT);
  return { attachments: files.map(({ name }, index) => ({ id: String(index), filename: name, description })) };
}
