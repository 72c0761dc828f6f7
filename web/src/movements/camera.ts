import type { CameraTrouble } from "./camera-trouble.ts";

/** How long is filmed, in ms. */
export const FILMED_MS = 6000;
/** What a phone's line can carry: six seconds are 3 MB. */
const BITS_PER_SECOND = 4_000_000;
/** What browsers record, the cheapest one for a phone first. Safari knows the last one only. */
const FORMATS = ["video/webm;codecs=vp8", "video/webm", "video/mp4"];
const WANTED: MediaStreamConstraints = {
  audio: false,
  video: {
    facingMode: "user",
    width: { ideal: 1280 },
    height: { ideal: 720 },
    frameRate: { ideal: 30, max: 30 },
  },
};

/** Why this page could not film in this browser, whatever is allowed; null where it could. */
export function whyNot(): CameraTrouble | null {
  if (!isSecureContext) return "insecure";
  return "mediaDevices" in navigator && "MediaRecorder" in globalThis ? null : "unable";
}

/** Opens the camera, without a microphone. Rejects with what `cameraTrouble` reads. */
export async function openCamera(): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia(WANTED);
}

/** Whether a camera looks away from whoever holds it, so that nobody sees themselves in it. */
export function looksAway(stream: MediaStream): boolean {
  return stream.getVideoTracks()[0]?.getSettings().facingMode === "environment";
}

/** Films for six seconds, from now on. Rejects when the camera ends before, or when it is called off. */
export async function film(stream: MediaStream, signal: AbortSignal): Promise<Blob> {
  const format = FORMATS.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, {
    videoBitsPerSecond: BITS_PER_SECOND,
    ...(format !== undefined && { mimeType: format }),
  });
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const began = performance.now();
  const end = (): void => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  const timer = setTimeout(end, FILMED_MS);
  signal.addEventListener("abort", end);
  try {
    await new Promise<void>((resolve, reject) => {
      recorder.onstop = () => resolve();
      recorder.onerror = () => reject(new DOMException("the camera failed", "NotReadableError"));
      recorder.start();
    });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", end);
  }
  signal.throwIfAborted();
  // Timers are never early by more than this.
  if (performance.now() - began < FILMED_MS - 50) throw new DOMException("the camera ended", "NotReadableError");
  return new Blob(parts, { type: recorder.mimeType });
}
