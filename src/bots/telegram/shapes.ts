import type { Message } from "@grammyjs/types";
import type { ClipShape, ShapedClip } from "../port/chat-port.ts";
import type { Params, TelegramApi, Upload } from "./api.ts";
import type { Destination } from "./rate-limits.ts";
import { UPLOAD_TIMEOUT_MS, upload } from "./uploads.ts";

/** Everything besides a file that Telegram takes a clip as, in the order in which it is offered. */
export const SHAPES: readonly ClipShape[] = ["gif", "sticker", "round", "live"];

/** Sides of round videos are at most so long, in pixels. */
const ROUND_SIDE = 640;
/** Shown beside a sticker of our own making where emoji are listed. */
const EMOJI = "🙂";

/** Where something goes: what is common to all methods that send. */
type Address = Pick<Params<"sendDocument">, "chat_id" | "message_thread_id" | "reply_parameters">;

/** Sends a clip in another shape. */
export async function sendShaped(
  api: TelegramApi,
  { clip, ...address }: Address & { readonly clip: ShapedClip },
  to: Destination,
): Promise<Message> {
  const options = { to, timeoutMs: UPLOAD_TIMEOUT_MS, once: true };
  const { content, width, seconds } = clip;
  switch (clip.shape) {
    case "gif": {
      // Told from its content, it would be sent on as a silent MP4.
      const document = { document: fileOf(content, "keepsake.gif"), disable_content_type_detection: true };
      return api.call("sendDocument", { ...address, ...document }, options);
    }
    case "sticker":
      return api.call("sendSticker", { ...address, sticker: fileOf(content, "keepsake.webm"), emoji: EMOJI }, options);
    case "round": {
      const video_note = fileOf(content, "keepsake.mp4");
      const size = { duration: Math.round(seconds), length: Math.min(ROUND_SIDE, width) };
      return api.call("sendVideoNote", { ...address, video_note, ...size }, options);
    }
    case "live": {
      if ("sent" in content || content.still === undefined) throw new Error("a live photo needs a still");
      const photo = upload(content.still, "keepsake.jpg");
      return api.call("sendLivePhoto", { ...address, live_photo: fileOf(content, "keepsake.mp4"), photo }, options);
    }
  }
}

function fileOf(content: ShapedClip["content"], name: string): string | Upload {
  return "sent" in content ? content.sent : upload(content.bytes, name);
}
