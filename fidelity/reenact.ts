import { makeRenderer } from "../src/pipeline/mesh/render/frame.ts";
import { cropTexture } from "../src/pipeline/mesh/rig/crop-texture.ts";
import { clipPart, textureSize } from "../src/pipeline/mesh/rig/framing.ts";
import { makeRig, type Rig } from "../src/pipeline/mesh/rig/rig.ts";
import { portraitScene } from "../src/pipeline/mesh/scene.ts";
import { CHANNELS, type Channel } from "../src/pipeline/motion/channels.ts";
import { findFaces } from "../src/pipeline/perceive/faces.ts";
import { mostProminent } from "../src/pipeline/perceive/prominence.ts";
import { measureMotion, type RecordedMotion } from "../src/pipeline/record/motion.ts";
import { smooth } from "../src/pipeline/record/smooth.ts";
import { trackFace } from "../src/pipeline/record/track.ts";
import type { Photo } from "../src/pipeline/types.ts";
import { boxAround, type FaceBox, type Landmarks68 } from "../test/support/judges/face-api.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { faceWidth, landmarkDistance } from "../test/support/judges/measures.ts";
import type { Panel } from "../test/support/judges/panel.ts";
import { cutBox, faceMask, psnr, ssim } from "../test/support/judges/pictures.ts";
import { jerkOf, median } from "./measure.ts";
import type { Likeness, ReenactmentRow, Row } from "./rows.ts";

/** No more of a video than this is re-enacted, seconds. */
const LONGEST = 6;
const JERK_FRAMES = 14;

export interface ReenactOptions {
  /** Every how many frames are compared. */
  readonly sample: number;
  /** Told what each compared frame looked like: real, re-enacted. */
  readonly onPair?: (index: number, real: Frame, made: Frame) => void | Promise<void>;
}

/**
 * Takes a calm frame of a video as the photo, measures how the face moves in the others, performs that on the photo, and
 * compares with the real frames inside the face; beside it the unmoving photo.
 */
export async function reenact(panel: Panel, file: string, name: string, options: ReenactOptions): Promise<Row> {
  const photos: Photo[] = [];
  const { fps, meshes } = await trackFace(file, { to: LONGEST, onFrame: (photo) => photos.push(photo) });
  if (photos.length < JERK_FRAMES)
    return { kind: "skip", photo: name, gesture: null, reason: "fewer frames than can be judged" };
  const motion = measureMotion(meshes, fps);
  const photo = photos[motion.neutral];
  if (photo === undefined) throw new Error("the neutral frame is missing");
  const face = mostProminent(photo, await findFaces(photo));
  if (face === null || face.obstacle !== null) {
    return { kind: "skip", photo: name, gesture: null, reason: face?.obstacle ?? "noFace" };
  }
  const rig = await makeRig(photo, face, CHANNELS);
  const still = clipFrame(rig, clipPart(rig.texture, rig.framing));
  const [found] = await panel.face.find(still, 0.15);
  if (found === undefined) return { kind: "skip", photo: name, gesture: null, reason: "the judge sees no face" };
  const draw = performer(rig, motion);
  const likeness = await compare(
    panel,
    { rig, photos, still, draw, box: found, neutral: motion.neutral, meshes },
    options,
  );
  if (likeness.frames === 0) return { kind: "skip", photo: name, gesture: null, reason: "no frame to compare" };
  const start = Math.min(photos.length - JERK_FRAMES, motion.neutral);
  const run = Array.from({ length: JERK_FRAMES }, (_, i) => start + i);
  const real = await Promise.all(run.map(async (i) => realFrame(rig, photos[i] as Photo)));
  const jerk = {
    real: await jerkOf(panel.face, real, found),
    clip: await jerkOf(panel.face, run.map(draw), found),
  };
  return { kind: "reenactment", video: name, explained: motion.explained, jerk, ...likeness };
}

function clipFrame(rig: Rig, rgb: Uint8Array): Frame {
  return { width: rig.framing.size, height: rig.framing.size, rgb };
}

/** Draws the photo with the face as it was measured in frame `index` of the video. */
function performer(rig: Rig, motion: RecordedMotion): (index: number) => Frame {
  const renderer = makeRenderer(portraitScene(rig));
  const tracks = CHANNELS.map((channel) => smooth(motion.channels[channel] ?? [], reachOf(channel)));
  return (index) => {
    const rgb = new Uint8Array(rig.framing.size ** 2 * 3);
    renderer.render([Float32Array.from(tracks, (track) => track[index] ?? 0)], rgb);
    return clipFrame(rig, rgb);
  };
}

/** Light smoothing only: every frame is compared with its own. */
function reachOf(channel: Channel): number {
  return channel.startsWith("eyeBlink") ? 0 : 1;
}

/** A frame of the video, cut and scaled as the photo was. */
async function realFrame(rig: Rig, photo: Photo): Promise<Frame> {
  const side = textureSize(rig.framing);
  const { pad, size } = rig.framing;
  const texture = { width: side, height: side, rgb: await cropTexture(photo, rig.framing) };
  return cutBox(texture, { x: pad, y: pad, width: size, height: size });
}

interface Performance {
  readonly rig: Rig;
  readonly photos: readonly Photo[];
  readonly meshes: readonly (Float32Array | null)[];
  readonly neutral: number;
  readonly still: Frame;
  readonly draw: (index: number) => Frame;
  readonly box: FaceBox;
}

async function compare(
  panel: Panel,
  { rig, photos, meshes, neutral, still, draw, box }: Performance,
  { sample, onPair }: ReenactOptions,
): Promise<Pick<ReenactmentRow, "frames" | "clip" | "still">> {
  const atRest = await panel.face.landmarks(still, box);
  const clips: Likeness[] = [];
  const stills: Likeness[] = [];
  for (const [index, photo] of photos.entries()) {
    if (index % sample !== 0 || index === neutral || meshes[index] === null) continue;
    const real = await realFrame(rig, photo);
    // A head may have moved far between two frames that are compared: it is looked for anew in each.
    const near = (await panel.face.find(real, 0.15))[0] ?? box;
    const truth = await panel.face.landmarks(real, near);
    const made = draw(index);
    const shown = await panel.face.landmarks(made, boxAround(truth));
    clips.push(likenessOf(made, real, shown, truth));
    stills.push(likenessOf(still, real, atRest, truth));
    await onPair?.(index, real, made);
  }
  return { frames: clips.length, clip: middleOf(clips), still: middleOf(stills) };
}

function likenessOf(shown: Frame, real: Frame, landmarks: Landmarks68, truth: Landmarks68): Likeness {
  const mask = faceMask(real, truth);
  return {
    psnr: psnr(shown, real, mask),
    ssim: ssim(shown, real, mask),
    akd: (100 * landmarkDistance(landmarks, truth)) / faceWidth(truth),
  };
}

/** Mean over frames for landmarks and similarity, median for PSNR, which a single equal frame would make infinite. */
function middleOf(values: readonly Likeness[]): Likeness {
  const mean = (pick: (value: Likeness) => number): number =>
    values.reduce((sum, value) => sum + pick(value), 0) / values.length;
  return { psnr: median(values.map(({ psnr }) => psnr)), ssim: mean(({ ssim }) => ssim), akd: mean(({ akd }) => akd) };
}
