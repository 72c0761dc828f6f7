import { z } from "zod";
import { headTurn, type Matrix3, multiply, rounded, transpose } from "../../math.ts";
import { BLENDSHAPES, type Blendshape, type Channel, HEAD_ANGLES, HEAD_SHIFTS, PIVOT } from "../../motion/channels.ts";
import { channelAt } from "../../motion/drive.ts";
import type { Driver } from "../../motion/drivers.ts";
import { FACE_WIDTH_CM, turnAngles } from "../head-motion.ts";
import type { Recorded } from "./recorded.ts";

/** Where a recording does not say how many frames a second it has. */
const USUAL_FPS = 30;
const FPS = 25;
/** How far from the camera a face is said to be, cm. */
const AWAY = -50;

const shape = z.union([
  z.object({ categoryName: z.string(), score: z.number() }),
  z
    .object({ category_name: z.string(), score: z.number() })
    .transform(({ category_name: categoryName, score }) => ({ categoryName, score })),
]);
const shapes = z.union([
  z.object({ categories: z.array(shape) }).transform(({ categories }) => categories),
  z.array(shape),
]);
/** Column by column; from Python as rows. */
const matrix = z.union([
  z.object({ data: z.array(z.number()).length(16) }).transform(({ data }) => data),
  z
    .array(z.array(z.number()).length(4))
    .length(4)
    .transform((rows) => Array.from({ length: 16 }, (_, i) => rows[i % 4]![i >> 2]!)),
]);
const frame = z.object({
  faceBlendshapes: z.array(shapes).optional(),
  face_blendshapes: z.array(shapes).optional(),
  facialTransformationMatrixes: z.array(matrix).optional(),
  facial_transformation_matrixes: z.array(matrix).optional(),
  timestampMs: z.number().optional(),
  timestamp_ms: z.number().optional(),
});
const recording = z.union([z.array(frame), z.object({ frames: z.array(frame) }).transform(({ frames }) => frames)]);
type Frame = z.infer<typeof frame>;

/** Reads results of MediaPipe's FaceLandmarker, one a frame, as JSON; null for what is none. Throws RangeError for a broken one. */
export function readFaceLandmarker(json: unknown): Recorded | null {
  const { data: frames } = recording.safeParse(json);
  if (frames === undefined || !frames.some((one) => shapesOf(one).size > 0)) return null;
  if (frames.length < 2) throw new RangeError("it has fewer than two frames");
  const seen = frames.map(shapesOf);
  const channels: Partial<Record<Channel, number[]>> = {};
  for (const name of BLENDSHAPES) {
    if (seen.some((one) => one.has(name))) channels[name] = held(seen.map((one) => one.get(name)));
  }
  return { fps: rateOf(frames), channels: { ...channels, ...headOf(frames) } };
}

function shapesOf({ faceBlendshapes, face_blendshapes: snake }: Frame): ReadonlyMap<string, number> {
  const [first = []] = faceBlendshapes ?? snake ?? [];
  return new Map(first.map(({ categoryName, score }) => [categoryName, score]));
}

/** A face that is lost stays as it was. */
function held(values: readonly (number | undefined)[]): number[] {
  let last = values.find((value) => value !== undefined) ?? 0;
  return values.map((value) => (last = value ?? last));
}

function rateOf(frames: readonly Frame[]): number {
  const times = frames.map((one) => one.timestampMs ?? one.timestamp_ms);
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || last <= first) return USUAL_FPS;
  return (1000 * (frames.length - 1)) / (last - first);
}

/** The head's turn and place against its first, from the matrices that carry the canonical face before the camera. */
function headOf(frames: readonly Frame[]): Partial<Record<Channel, number[]>> {
  const found = frames.map((one) => (one.facialTransformationMatrixes ?? one.facial_transformation_matrixes)?.[0]);
  const rest = found.find((one) => one !== undefined);
  if (rest === undefined) return {};
  const restPlace = placeOf(rest);
  const motions = found.map((one) => {
    if (one === undefined) return undefined;
    const place = placeOf(one);
    const [x, y] = [0, 1].map((k) => (place.pivot[k]! - restPlace.pivot[k]!) / FACE_WIDTH_CM);
    return { ...turnAngles(multiply(transpose(restPlace.turn), place.turn)), headX: x!, headY: -y! };
  });
  const channels = [...HEAD_ANGLES, ...HEAD_SHIFTS];
  return Object.fromEntries(channels.map((channel) => [channel, held(motions.map((motion) => motion?.[channel]))]));
}

function placeOf(data: readonly number[]): { readonly turn: Matrix3; readonly pivot: readonly number[] } {
  const scale = Math.hypot(data[0]!, data[1]!, data[2]!) || 1;
  const turn = Float64Array.from({ length: 9 }, (_, i) => data[4 * (i % 3) + Math.floor(i / 3)]! / scale);
  return { turn, pivot: [0, 1, 2].map((k) => turned(turn, k) * scale + data[12 + k]!) };
}

/** A coordinate of the neck's turning point when the head is turned. */
function turned(turn: Matrix3, k: number): number {
  return PIVOT.reduce<number>((sum, value, i) => sum + turn[3 * k + i]! * value, 0);
}

/** A driver as FaceLandmarker would have seen it: one result a frame, 25 a second. It knows no body. */
export function writeFaceLandmarker(driver: Driver): string {
  const names: readonly ("_neutral" | Blendshape)[] = [
    "_neutral",
    ...BLENDSHAPES.filter((name) => name !== "tongueOut"),
  ];
  const frames = Array.from({ length: Math.round(driver.seconds * FPS) + 1 }, (_, i) => {
    const t = i / FPS;
    const at = (channel: Channel): number => channelAt(driver, channel, t);
    const categories = names.map((categoryName, index) => ({
      index,
      score: categoryName === "_neutral" ? 0 : short(at(categoryName)),
      categoryName,
      displayName: "",
    }));
    const turn = headTurn(at("headYaw"), at("headPitch"), at("headRoll"));
    const moved = [FACE_WIDTH_CM * at("headX"), -FACE_WIDTH_CM * at("headY"), AWAY];
    const place = moved.map((value, k) => value + PIVOT[k]! - turned(turn, k));
    const data = [0, 1, 2].flatMap((column) => [...[0, 1, 2].map((row) => turn[3 * row + column]!), 0]);
    return {
      timestampMs: Math.round(1000 * t),
      faceBlendshapes: [{ categories, headIndex: -1, headName: "" }],
      facialTransformationMatrixes: [{ rows: 4, columns: 4, data: [...data, ...place, 1].map(short) }],
    };
  });
  return `[\n${frames.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`;
}

const short = (value: number): number => rounded(value, 1e6);
