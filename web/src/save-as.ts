import { call } from "./calls.ts";

/** What a clip can be saved as besides a video, by the file's ending; null where that has a name in every language. */
export const OTHER_FILES = [
  { ending: "gif", kind: "GIF" },
  { ending: "webp", kind: "WebP" },
  { ending: "jpg", kind: null },
] as const;

/** Has a clip made into another file, which takes some seconds, and saves it. Throws CallFailed. */
export async function saveAs(url: string, ending: string, name: string): Promise<void> {
  const file = await (await call(`${url}/${ending}`)).blob();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // Not at once: browsers begin to read a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
