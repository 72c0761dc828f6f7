import { clamp, mean, rounded } from "../math.ts";
import { FPS } from "../motion/drive.ts";
import { LONGEST_DANCE, type Music, SHORTEST_DANCE } from "../motion/song.ts";
import type { Pulse } from "./pulse.ts";

/** Some bars of a sound, and where in it they begin, seconds. */
export interface Excerpt {
  readonly from: number;
  readonly music: Music;
}

/** A clip is about so long, in seconds, where bars allow it. */
const WANTED = 12;
/** Three beats are a bar where every third stands out so many times more than every fourth does. */
const WALTZ = 1.3;

type Beats = Pulse["beats"];

/**
 * Whole bars of a sound, 8 to 15 seconds long, from half a beat before the first one on: then nobody moves yet. Null where it is too short for that.
 */
export function excerptOf({ beats }: Pulse, seconds: number): Excerpt | null {
  const perBar = beatsPerBar(beats);
  return inBars(beats, perBar, seconds) ?? (perBar === 4 ? inBars(beats, 2, seconds) : null);
}

function beatsPerBar(beats: Beats): number {
  return accentOf(beats, 3).weight > WALTZ * accentOf(beats, 4).weight ? 3 : 4;
}

/** Which of so many beats stands out, counted from the first one, and by how much. */
function accentOf(beats: Beats, perBar: number): { readonly first: number; readonly weight: number } {
  const strengths = Array.from({ length: perBar }, (_, first) =>
    mean(beats.filter((_, i) => i % perBar === first).map(({ strength }) => strength)),
  );
  const strongest = Math.max(...strengths);
  return { first: strengths.indexOf(strongest), weight: strongest - mean(strengths) };
}

function inBars(beats: Beats, perBar: number, seconds: number): Excerpt | null {
  const missed = (excerpt: Excerpt): number => Math.abs(excerpt.music.frames / FPS - WANTED);
  for (let first = accentOf(beats, perBar).first; first < beats.length; first += perBar) {
    let best: Excerpt | null = null;
    for (let last = first + perBar; last < beats.length; last += perBar) {
      const excerpt = between(beats, { first, last, perBar });
      if (excerpt === null || excerpt.from + excerpt.music.frames / FPS > seconds) continue;
      if (best === null || missed(excerpt) < missed(best) - 1e-6) best = excerpt;
    }
    // Songs begin with their beginning, where that does.
    if (best !== null) return best;
  }
  return null;
}

/** The bars from one beat up to another, null where they are too short or too long. */
function between(
  beats: Beats,
  { first, last, perBar }: { readonly first: number; readonly last: number; readonly perBar: number },
): Excerpt | null {
  const interval = (beats[last]!.at - beats[first]!.at) / (last - first);
  const from = beats[first]!.at - interval / 2;
  const frames = Math.round((last - first) * interval * FPS);
  if (from < 0 || frames < SHORTEST_DANCE * FPS || frames > LONGEST_DANCE * FPS) return null;
  const inside = beats.slice(first, last).map(({ at, strength }) => ({
    at: rounded(clamp(at - from, 0, frames / FPS), 1000),
    strength: rounded(strength, 100),
  }));
  return { from, music: { frames, perBar, beats: inside } };
}
