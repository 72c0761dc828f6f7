/** Frames as they pass; `onDone` is told what part of them, 0..1, has come, and `onEnd` that the last one was taken. */
export async function* watched(
  frames: AsyncIterable<Uint8Array>,
  total: number,
  onDone: (part: number) => void,
  onEnd?: () => void,
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const frame of frames) {
    onDone(++done / total);
    yield frame;
  }
  onEnd?.();
}
