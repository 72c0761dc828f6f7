import { gestureName } from "../../pipeline/motion/gesture-name.ts";
import type { PhotoEvent } from "./chat-port.ts";

/** What people write behind `/animate`, such as `smile 2`: a gesture and a face's number, in any order. Both may be missing. */
export function wishOfWords(words: readonly string[]): Pick<PhotoEvent, "gesture" | "face"> {
  const face = words.find((word) => /^\d{1,3}$/.test(word) && Number(word) > 0);
  const gesture = words.map((word) => word.toLowerCase()).find((word) => gestureName.safeParse(word).success);
  return { ...(gesture === undefined ? {} : { gesture }), ...(face === undefined ? {} : { face: Number(face) }) };
}
