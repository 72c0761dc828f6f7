import { useEffect, useState } from "preact/hooks";
import { canvasOf, fileOf } from "../canvas.ts";

/** Frames of a clip that are compared with its first one. */
const LOOKS = 12;
const SIDE = 160;
/** Sides of the small copies that are compared. */
const COARSE = 32;

/** Pictures that were taken, by the address of their clip. */
const taken = new Map<string, Promise<string>>();
/** One clip at a time: the one that is watched comes first. */
let line: Promise<unknown> = Promise.resolve();

/** An address of what a clip shows at its widest moment, as soon as that is known. */
export function usePeak(clipUrl: string | null): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (clipUrl === null) return;
    let gone = false;
    peakOf(clipUrl).then(
      (address) => {
        if (!gone) setPicture(address);
      },
      // Without it the clip is known by its word alone.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [clipUrl]);
  return picture;
}

async function peakOf(clipUrl: string): Promise<string> {
  const known = taken.get(clipUrl);
  if (known !== undefined) return known;
  const taking = line.then(async () => takePeak(clipUrl));
  line = taking.catch(() => undefined);
  taken.set(clipUrl, taking);
  taking.catch(() => taken.delete(clipUrl));
  return taking;
}

async function takePeak(clipUrl: string): Promise<string> {
  const video = document.createElement("video");
  video.muted = true;
  video.preload = "auto";
  video.src = clipUrl;
  await event(video, "loadeddata");
  const coarse = canvasOf(COARSE, COARSE);
  const at = (i: number): number => (video.duration * i) / LOOKS;
  const first = await pixelsAt(video, 0, coarse);
  let [best, most] = [0, -1];
  for (let i = 1; i < LOOKS; i++) {
    const difference = apart(first, await pixelsAt(video, at(i), coarse));
    if (difference > most) [best, most] = [i, difference];
  }
  await seek(video, at(best));
  const scale = SIDE / Math.min(video.videoWidth, video.videoHeight);
  const whole = canvasOf(Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
  draw(video, whole);
  video.removeAttribute("src");
  video.load();
  return URL.createObjectURL(await fileOf(whole, "image/jpeg"));
}

async function pixelsAt(
  video: HTMLVideoElement,
  seconds: number,
  canvas: HTMLCanvasElement,
): Promise<Uint8ClampedArray> {
  await seek(video, seconds);
  draw(video, canvas);
  return (
    canvas.getContext("2d", { willReadFrequently: true })?.getImageData(0, 0, COARSE, COARSE).data ??
    new Uint8ClampedArray()
  );
}

async function seek(video: HTMLVideoElement, seconds: number): Promise<void> {
  const sought = event(video, "seeked");
  video.currentTime = seconds;
  await sought;
}

async function event(video: HTMLVideoElement, name: "loadeddata" | "seeked"): Promise<void> {
  return new Promise((resolve, reject) => {
    video.addEventListener(name, () => resolve(), { once: true });
    video.addEventListener("error", () => reject(new Error("no film")), { once: true });
  });
}

function draw(video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
  canvas.getContext("2d", { willReadFrequently: true })?.drawImage(video, 0, 0, canvas.width, canvas.height);
}

function apart(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, i) => sum + Math.abs(value - (other[i] ?? 0)), 0);
}
