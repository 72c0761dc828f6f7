import { useState } from "preact/hooks";
import { useSay } from "../say.ts";
import { buttonsOf, titleOf } from "../sheets.ts";
import type { Choosing } from "./choosing.ts";

const STEPS = 5;
const USUAL = 2;

/** How strongly the face moves, in five steps. It asks when it is let go of, not on the way there. */
export function Strength({ choosing }: { readonly choosing: Choosing }) {
  const say = useSay();
  const { about, isChosen, choose } = choosing;
  const steps = buttonsOf(about, "strength");
  const current = steps.findIndex((step) => isChosen(step, steps));
  const [moving, setMoving] = useState<number | null>(null);
  const at = moving ?? (current < 0 ? USUAL : current);
  const settle = (value: number): void => {
    setMoving(null);
    const step = steps[value];
    if (step !== undefined && value !== current) choose(step.data);
  };
  return (
    <label class="strength">
      <span class="strength-words">
        <span>{say("page-strength")}</span>
        <output>{steps[at]?.label ?? ""}</output>
      </span>
      <input
        type="range"
        min="0"
        max={STEPS - 1}
        step="1"
        value={at}
        disabled={steps.length === 0}
        aria-label={titleOf(about, "strength") || say("page-strength")}
        aria-valuetext={steps[at]?.label}
        onInput={({ currentTarget }) => setMoving(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => settle(currentTarget.valueAsNumber)}
      />
      <span class="ticks" aria-hidden="true">
        {Array.from({ length: STEPS }, (_, i) => (
          <i key={i} class={i <= at ? "on" : ""} />
        ))}
      </span>
    </label>
  );
}
