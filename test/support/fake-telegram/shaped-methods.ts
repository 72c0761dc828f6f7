import type { ApiMethods } from "@grammyjs/types";
import { captionField, described, type Fields, fileField, Refusal, uploadOf } from "./fields.ts";
import { send } from "./messages.ts";
import type { HeldFile, World } from "./world.ts";

/** What a clip can be sent as besides an animation and a document, and what Telegram refuses of each. */
export const SHAPED_METHODS = {
  sendSticker: (world: World, fields: Fields) => {
    const file = fileField(world, fields, "sticker", "sticker.webm");
    if (uploadOf(fields, "sticker") !== null) {
      if (!startsWith(file, [0x1a, 0x45, 0xdf, 0xa3])) throw new Refusal(400, "Bad Request: STICKER_VIDEO_NOWEBM");
      if (file.bytes.length > 256 * 1024) throw new Refusal(400, "Bad Request: STICKER_VIDEO_BIG");
    }
    if (fields["caption"] !== undefined) throw new Refusal(400, "Bad Request: stickers have no caption");
    const sticker = {
      ...described(file),
      type: "regular",
      width: 512,
      height: 512,
      is_animated: false,
      is_video: true,
    };
    return send(world, fields, { sticker });
  },

  sendVideoNote: (world: World, fields: Fields) => {
    const file = fileField(world, fields, "video_note", "round.mp4");
    const [length, duration] = [Number(fields["length"]), Number(fields["duration"])];
    if (!Number.isInteger(length) || length < 1 || length > 640) {
      throw new Refusal(400, "Bad Request: wrong video note length");
    }
    if (!Number.isInteger(duration) || duration > 60) throw new Refusal(400, "Bad Request: VIDEO_NOTE_TOO_LONG");
    return send(world, fields, { video_note: { ...described(file), length, duration } });
  },

  sendLivePhoto: (world: World, fields: Fields) => {
    const video = fileField(world, fields, "live_photo", "live.mp4");
    const still = fileField(world, fields, "photo", "still.jpg");
    if (video.bytes.length > 10_000_000) throw new Refusal(413, "Request Entity Too Large");
    if (!startsWith(still, [0xff, 0xd8])) throw new Refusal(400, "Bad Request: PHOTO_INVALID_DIMENSIONS");
    const photo = [{ ...described(still), width: 720, height: 720 }];
    const live_photo = { ...described(video), width: 720, height: 720, duration: 4, photo };
    return send(world, fields, { live_photo, photo, ...captionField(fields) });
  },
} satisfies {
  readonly [M in keyof ApiMethods<File>]?: (world: World, fields: Fields) => ReturnType<ApiMethods<File>[M]>;
};

function startsWith({ bytes }: HeldFile, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}
