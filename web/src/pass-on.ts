import { canvasOf, fileOf } from "./canvas.ts";

/** Whether this browser can hand a clip to the system's share sheet. */
export function canShare(): boolean {
  const empty = new File([], "keepsake.mp4", { type: "video/mp4" });
  return typeof navigator.canShare === "function" && navigator.canShare({ files: [empty] });
}

/** Opens the share sheet with a clip as a file of this name. Calling it off is no failure. */
export async function share(url: string, name: string, title: string): Promise<void> {
  const answer = await fetch(url);
  const file = new File([await answer.blob()], name, { type: "video/mp4" });
  await navigator.share({ files: [file], title }).catch((error: unknown) => {
    if (!(error instanceof DOMException) || error.name !== "AbortError") throw error;
  });
}

/** Whether this browser lets a page copy pictures: no browser lets it copy films. */
export function canCopy(): boolean {
  return isSecureContext && typeof ClipboardItem === "function";
}

/** Copies what the clip shows at this moment, as a PNG. */
export async function copyStill(url: string): Promise<void> {
  const video = document.querySelector<HTMLVideoElement>(`.stage video[src="${url}"]`);
  if (video === null) throw new Error("no such clip");
  const canvas = canvasOf(video.videoWidth, video.videoHeight);
  canvas.getContext("2d")?.drawImage(video, 0, 0);
  await navigator.clipboard.write([new ClipboardItem({ "image/png": fileOf(canvas, "image/png") })]);
}
