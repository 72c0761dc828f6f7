import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Sight } from "../../../src/bots/web/protocol.ts";
import { jpegOf } from "../uploads/shrink.ts";
import { sightIn } from "./calls.ts";

/** Stills are asked about so often at most, each only when the one before has been answered. */
const EVERY_MS = 1000;
/** Enough to see a face in, pixels of the longer side. */
const SIDE = 320;
const QUALITY = 0.7;

/** What a camera's picture shows, as long as that is asked for: null until it is known, and where it cannot be told. */
export function useSight(video: RefObject<HTMLVideoElement | null>, asked: boolean): Sight | null {
  const [sight, setSight] = useState<Sight | null>(null);
  useEffect(() => {
    if (!asked) return;
    const ended = new AbortController();
    void watch(video, setSight, ended.signal);
    return () => ended.abort();
  }, [asked, video]);
  return sight;
}

async function watch(
  video: RefObject<HTMLVideoElement | null>,
  onSight: (sight: Sight | null) => void,
  signal: AbortSignal,
): Promise<void> {
  const isOver = (): boolean => signal.aborted;
  while (!isOver()) {
    const pause = new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    const sight = video.current === null ? null : await look(video.current, signal).catch(() => null);
    if (!isOver()) onSight(sight);
    await pause;
  }
}

async function look(video: HTMLVideoElement, signal: AbortSignal): Promise<Sight> {
  const { videoWidth, videoHeight } = video;
  const scale = SIDE / Math.max(videoWidth, videoHeight);
  const size = { width: Math.round(videoWidth * scale), height: Math.round(videoHeight * scale) };
  return sightIn(await jpegOf(video, size, QUALITY), signal);
}
