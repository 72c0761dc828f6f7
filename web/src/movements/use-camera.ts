import { useEffect, useRef, useState } from "preact/hooks";
import { openCamera } from "./camera.ts";

/** A camera that is open as long as this is used; null until it is. `onTrouble` gets why it is not. */
export function useCamera(onTrouble: (error: unknown) => void): MediaStream | null {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const tell = useRef(onTrouble);
  tell.current = onTrouble;
  useEffect(() => {
    let gone = false;
    let opened: MediaStream | null = null;
    const stop = (): void => {
      for (const track of opened?.getTracks() ?? []) track.stop();
    };
    openCamera().then(
      (camera) => {
        opened = camera;
        if (gone) stop();
        else setStream(camera);
      },
      (error: unknown) => {
        if (!gone) tell.current(error);
      },
    );
    return () => {
      gone = true;
      stop();
    };
  }, []);
  return stream;
}
