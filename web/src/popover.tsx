import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface PopoverProps {
  /** What the button shows; without words (`sign`) it is called what the panel is. */
  readonly face: ComponentChildren;
  readonly sign?: boolean;
  /** What the panel holds. */
  readonly label: string;
  readonly class?: string;
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
}

const GAP = 8;

/**
 * A button that opens a panel: at the lower edge of a phone's screen, elsewhere beside the button. It closes on Escape, on a tap
 * outside, and on a tap on any of its buttons that says so (`data-closes`).
 */
export function Popover({ face, sign = false, label, class: name = "", disabled = false, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = panel;
    if (current === null) return;
    // Its size is known when it is open, and it is not seen before it has its place.
    const hide = (): void => {
      current.style.visibility = "hidden";
    };
    const place = ({ newState }: ToggleEvent): void => {
      button.current?.setAttribute("aria-expanded", String(newState === "open"));
      if (newState === "open") putBeside(current, button.current);
      current.style.visibility = "";
    };
    current.addEventListener("beforetoggle", hide);
    current.addEventListener("toggle", place);
    return () => {
      current.removeEventListener("beforetoggle", hide);
      current.removeEventListener("toggle", place);
    };
  }, []);
  return (
    <>
      <button
        ref={button}
        type="button"
        class={name}
        aria-label={sign ? label : undefined}
        title={sign ? label : undefined}
        aria-expanded="false"
        aria-controls={id}
        disabled={disabled}
        popovertarget={id}
      >
        {face}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        class="popover"
        role="group"
        aria-label={label}
        onClick={({ target }) => {
          if (target instanceof Element && target.closest("[data-closes]") !== null) panel.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}

function putBeside(panel: HTMLElement, button: HTMLElement | null): void {
  if (button === null) return;
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const x = Math.min(Math.max(GAP, right - width), innerWidth - width - GAP);
  const below = bottom + GAP + height <= innerHeight;
  panel.style.setProperty("--x", `${left + width + GAP <= innerWidth ? Math.max(GAP, Math.min(left, x)) : x}px`);
  panel.style.setProperty("--y", `${below ? bottom + GAP : Math.max(GAP, top - GAP - height)}px`);
}
