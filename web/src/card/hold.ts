import { useRef, useState } from "preact/hooks";

/** So long one presses to hold, and not to tap, in ms. */
const HOLD_MS = 280;

/** Whether something is held, and what tells that: `clip` for what can be tapped as well, `button` for what is there to be held. */
export function useHold() {
  const [held, setHeld] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The tap that ends a hold is none. */
  const wasHeld = useRef(false);
  const end = (): void => {
    clearTimeout(timer.current);
    setHeld(false);
  };
  const begin = (): void => {
    wasHeld.current = true;
    setHeld(true);
  };
  return {
    held,
    clip: {
      onPointerDown: ({ target }: PointerEvent): void => {
        wasHeld.current = false;
        if (target instanceof HTMLVideoElement) timer.current = setTimeout(begin, HOLD_MS);
      },
      onPointerUp: end,
      onPointerCancel: end,
      onPointerLeave: end,
      onClickCapture: (event: Event): void => {
        if (wasHeld.current && event.target instanceof HTMLVideoElement) event.stopPropagation();
      },
      onContextMenu: (event: Event): void => {
        if (event.target instanceof HTMLVideoElement) event.preventDefault();
      },
    },
    button: {
      onPointerDown: begin,
      onKeyDown: ({ key }: KeyboardEvent): void => {
        if (key === " " || key === "Enter") begin();
      },
      onKeyUp: end,
      onBlur: end,
      onContextMenu: (event: Event): void => event.preventDefault(),
    },
  };
}
