import { deviation, mean } from "../src/pipeline/math.ts";
import type { Channel } from "../src/pipeline/motion/channels.ts";
import { channelIndex, type Motion } from "../src/pipeline/motion/drive.ts";
import { findFaces } from "../src/pipeline/perceive/faces.ts";
import { meshOfSquare } from "../src/pipeline/perceive/mesh-model.ts";
import { squareOfMesh } from "../src/pipeline/perceive/mesh-place.ts";
import { mostProminent } from "../src/pipeline/perceive/prominence.ts";
import { measureMotion } from "../src/pipeline/record/motion.ts";
import type { Mesh } from "../src/pipeline/types.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { rowOf } from "./living.ts";

/** What people see of a movement: channels that are one are added, and what moves less than `least` is not compared. */
const COMPARED: readonly { readonly channels: readonly Channel[]; readonly least: number }[] = [
  { channels: ["headYaw"], least: 2 },
  { channels: ["headPitch"], least: 2 },
  { channels: ["headRoll"], least: 2 },
  { channels: ["eyeBlinkLeft", "eyeBlinkRight"], least: 0.8 },
  { channels: ["mouthSmileLeft", "mouthSmileRight"], least: 0.4 },
  { channels: ["jawOpen"], least: 0.2 },
  { channels: ["browInnerUp", "browOuterUpLeft", "browOuterUpRight"], least: 0.6 },
];

/**
 * How well a movement is found again by measuring it in the clip that it makes: the correlation of what went in with what is seen, mean over all that moves,
 * weighted by nothing. Every frame is tracked, so it takes a few seconds.
 */
export async function trackedBack(motion: Motion, draw: (values: Float32Array) => Frame): Promise<number> {
  const rows = Array.from({ length: motion.frames }, (_, index) => rowOf(motion, index));
  const meshes: Mesh[] = [];
  for (const row of rows) meshes.push(await meshOf(draw(row), meshes.at(-1)));
  const { channels } = measureMotion(meshes, motion.fps, 0);
  const correlations = COMPARED.flatMap(({ channels: names, least }) => {
    const asked = rows.map((row) => names.reduce((sum, name) => sum + (row[channelIndex(name)] ?? 0), 0));
    if (Math.max(...asked) - Math.min(...asked) < least) return [];
    const seen = rows.map((_, i) => names.reduce((sum, name) => sum + (channels[name]?.[i] ?? 0), 0));
    return [correlation(asked, seen)];
  });
  return mean(correlations);
}

async function meshOf(frame: Frame, last: Mesh | undefined): Promise<Mesh> {
  const photo = { ...frame, damaged: false };
  if (last !== undefined) return (await meshOfSquare(photo, squareOfMesh(last))).mesh;
  const face = mostProminent(photo, await findFaces(photo));
  if (face === null) throw new Error("no face is seen in the clip");
  return face.mesh;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  return mean(a.map((value, i) => (value - middleA) * ((b[i] ?? 0) - middleB))) / (deviation(a) * deviation(b));
}
