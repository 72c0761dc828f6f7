import { useRef, useState } from "preact/hooks";
import type { PageMessage } from "../../../src/bots/web/protocol.ts";
import type { Box } from "../../../src/pipeline/types.ts";
import { percent } from "../figures.ts";
import { Modal } from "../modal.tsx";
import { useSay } from "../say.ts";

interface FrameDialogProps {
  readonly photo: PageMessage;
  readonly onGone: () => void;
  /** In pixels of the upright photo. */
  readonly onUse: (box: Box) => void;
}

/** Parts of the photo's sides, 0..1. */
const FIRST: Box = { x: 0.35, y: 0.25, width: 0.3, height: 0.4 };
/** Smaller than this nothing was drawn, but tapped. */
const LEAST = 0.015;
/** By how much an arrow key moves or stretches the frame. */
const STEP = 0.02;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/** The photo, in which one draws a frame round a face that was not seen. */
export function FrameDialog({ photo, onGone, onUse }: FrameDialogProps) {
  const say = useSay();
  const [box, setBox] = useState(FIRST);
  const begun = useRef<readonly [x: number, y: number] | null>(null);
  const { size, pictureUrl } = photo;
  if (size === undefined || pictureUrl === null) return null;
  const draw = (event: PointerEvent & { readonly currentTarget: HTMLElement }): void => {
    const at = pointIn(event);
    if (event.type === "pointerdown") {
      event.currentTarget.setPointerCapture(event.pointerId);
      begun.current = at;
    }
    if (begun.current === null) return;
    const drawn = between(begun.current, at);
    if (Math.min(drawn.width, drawn.height) >= LEAST) setBox(drawn);
    if (event.type === "pointerup") begun.current = null;
  };
  const { width, height } = size;
  return (
    <Modal title={say("page-draw")} class="framing-dialog" onGone={onGone}>
      <p class="hint">
        {say("page-draw-hint")} <span class="for-mice">{say("page-draw-keys")}</span>
      </p>
      <div
        class="canvas"
        style={{ "--ratio": width / height }}
        onPointerDown={draw}
        onPointerMove={draw}
        onPointerUp={draw}
        onPointerCancel={() => {
          begun.current = null;
        }}
      >
        <img src={pictureUrl} alt={photo.name ?? say("page-photo")} draggable={false} />
        <Drawn box={box} onChange={setBox} />
      </div>
      <div class="row">
        <button
          type="button"
          class="main"
          onClick={() => {
            const { x, y, width: w, height: h } = box;
            onUse({ x: x * width, y: y * height, width: w * width, height: h * height });
            onGone();
          }}
        >
          {say("page-draw-use")}
        </button>
      </div>
    </Modal>
  );
}

/** The frame as it is drawn so far; on a keyboard it is moved and stretched. */
function Drawn({ box, onChange }: { readonly box: Box; readonly onChange: (box: Box) => void }) {
  const say = useSay();
  const { x, y, width, height } = box;
  return (
    <button
      type="button"
      class="drawn"
      aria-label={`${say("page-draw-hint")} ${say("page-draw-keys")}`}
      style={{ left: percent(x), top: percent(y), width: percent(width), height: percent(height) }}
      onKeyDown={(event) => {
        const arrow = ARROWS[event.key];
        if (arrow === undefined) return;
        event.preventDefault();
        onChange(event.shiftKey ? stretched(box, arrow) : moved(box, arrow));
      }}
    />
  );
}

function pointIn({ clientX, clientY, currentTarget }: PointerEvent & { readonly currentTarget: HTMLElement }) {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return [within((clientX - left) / width), within((clientY - top) / height)] as const;
}

function between([x0, y0]: readonly [number, number], [x1, y1]: readonly [number, number]): Box {
  return { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
}

function moved({ x, y, width, height }: Box, [dx, dy]: readonly [number, number]): Box {
  return { x: within(x + dx, 1 - width), y: within(y + dy, 1 - height), width, height };
}

function stretched({ x, y, width, height }: Box, [dx, dy]: readonly [number, number]): Box {
  return {
    x,
    y,
    width: Math.max(LEAST, within(width + dx, 1 - x)),
    height: Math.max(LEAST, within(height + dy, 1 - y)),
  };
}

function within(value: number, most = 1): number {
  return Math.min(most, Math.max(0, value));
}
