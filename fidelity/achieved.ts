import type { EyeSighting, Sighting } from "../test/support/judges/panel.ts";
import { judgeBlink, judgeEye } from "../test/support/judges/panel.ts";
import type { EyeRow } from "./rows.ts";

/** What the judges make of a gesture. */
export interface Verdict {
  readonly achieved: boolean | null;
  readonly detail: string;
}

/** Gestures for which the eyes must be looked at. */
export const EYE_GESTURES: ReadonlySet<string> = new Set(["blink", "wink", "nostalgia", "look"]);

export function eyeRows(sightings: readonly EyeSighting[]): EyeRow[] {
  return ([0, 1] as const).map((side) => {
    const { width, openAtStart, closedByEyeState, closedByLids } = judgeBlink(sightings, side);
    return { width, openAtStart, closedByEyeState, closedByLids };
  });
}

/** How far a measure goes over a clip: least, most and span, against the first frame. */
function reach(sightings: readonly Sighting[], measure: (sighting: Sighting) => number) {
  const first = sightings[0];
  const rest = first === undefined ? 0 : measure(first);
  const values = sightings.map((sighting) => measure(sighting) - rest);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return { rest, least, most, span: most - least };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Least values by which each judge counts a gesture as done; distances in eye distances. */
const NOSE_SPAN = 0.06;
const NOD_SPAN = 0.04;
const ROLL_SPAN = 6;
const SMILE_GROWTH = 0.08;
const BROW_LIFT = 0.02;
const GAZE_SPAN = 0.06;

/**
 * Decides from independent models whether a gesture can be seen. `eyes` only for `EYE_GESTURES`; `happier` by how much the
 * expression judge finds the face happier at its happiest than at rest.
 */
export function judgeGesture(
  gesture: string,
  sightings: readonly Sighting[],
  eyes: readonly EyeSighting[],
  happier: number,
): Verdict {
  switch (gesture) {
    case "blink":
      return judgeBlinks(eyes);
    case "wink":
      return judgeWink(eyes);
    case "turn":
    case "shake": {
      const { least, most, span } = reach(sightings, ({ head }) => head.noseAcross);
      return { achieved: span > NOSE_SPAN, detail: `nose ${least.toFixed(3)}..${most.toFixed(3)}` };
    }
    case "nod": {
      const { span } = reach(sightings, ({ head }) => head.noseDown);
      return { achieved: span > NOD_SPAN, detail: `nose ${span.toFixed(3)} down` };
    }
    case "tilt": {
      const { span } = reach(sightings, ({ head }) => head.roll);
      return { achieved: span > ROLL_SPAN, detail: `roll ${span.toFixed(1)}°` };
    }
    case "smile":
    case "laugh": {
      const { rest, most } = reach(sightings, ({ head }) => head.mouthWidth);
      const growth = most / rest;
      return {
        achieved: growth > SMILE_GROWTH || happier > 0.3,
        detail: `mouth +${percent(growth)}, happy ${happier >= 0 ? "+" : ""}${happier.toFixed(2)}`,
      };
    }
    case "kiss": {
      const { rest, least } = reach(sightings, ({ head }) => head.mouthWidth);
      return { achieved: -least / rest > 0.05, detail: `mouth ${percent(least / rest)}` };
    }
    case "surprise": {
      const { most } = reach(sightings, ({ head }) => head.browHeight);
      return { achieved: most > BROW_LIFT, detail: `brows +${most.toFixed(3)}` };
    }
    case "look":
      return judgeGaze(eyes);
    case "nostalgia":
      return judgeNostalgia(sightings, eyes);
    default:
      return { achieved: null, detail: "" };
  }
}

/** Only eyes that are open at the start count; where none is, there is nothing to judge. */
function judgeBlinks(eyes: readonly EyeSighting[]): Verdict {
  const rows = eyeRows(eyes).filter(({ openAtStart }) => openAtStart);
  const closed = rows.filter(({ closedByEyeState, closedByLids }) => closedByEyeState || closedByLids);
  return { achieved: rows.length === 0 ? null : closed.length === rows.length, detail: describe(eyes) };
}

/** In some frame one eye is closed by a judge, and the other open by both. */
function judgeWink(eyes: readonly EyeSighting[]): Verdict {
  const first = eyes[0];
  if (first === undefined || eyeRows(eyes).some(({ openAtStart }) => !openAtStart))
    return { achieved: null, detail: "" };
  const achieved = eyes.some((sighting) => {
    const closed = ([0, 1] as const).map((side) => Object.values(judgeEye(sighting, first, side)).includes(true));
    return closed[0] !== closed[1];
  });
  return { achieved, detail: describe(eyes) };
}

function describe(eyes: readonly EyeSighting[]): string {
  return ([0, 1] as const)
    .map((side) => {
      const { width, eyeState, lids } = judgeBlink(eyes, side);
      return `${Math.round(width)} px: eye state ${eyeState.peak.toFixed(2)}, lids ${lids.least.toFixed(2)}`;
    })
    .join("; ");
}

function judgeGaze(eyes: readonly EyeSighting[]): Verdict {
  const spans = ([0, 1] as const).map((side) => {
    const open = eyes.filter(({ lids }) => lids[side].opening > 0.1);
    const across = open.map(({ lids }) => lids[side].gaze.across);
    return across.length === 0 ? 0 : Math.max(...across) - Math.min(...across);
  });
  const span = Math.max(...spans);
  return { achieved: span > GAZE_SPAN, detail: `iris ${span.toFixed(3)} of the eye's width` };
}

function judgeNostalgia(sightings: readonly Sighting[], eyes: readonly EyeSighting[]): Verdict {
  const { span } = reach(sightings, ({ head }) => head.noseAcross);
  const rows = eyeRows(eyes).filter(({ openAtStart }) => openAtStart);
  const blinks = rows.every(({ closedByEyeState, closedByLids }) => closedByEyeState || closedByLids);
  return { achieved: span > NOSE_SPAN / 2 && blinks, detail: `nose ${span.toFixed(3)}; ${describe(eyes)}` };
}
