/**
 * Measures what enhancing does to real photos, as the tables of docs/enhance.md: `npm run fidelity:enhance -- PHOTO...`.
 * Photos whose faces are at least 280 px large are also reduced to a half, a third and a quarter, and compared with themselves.
 * Crops before and after lie in `.cache/enhance` then.
 */
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import sharp from "sharp";
import { enhanceFace, type FaceReport } from "../src/pipeline/enhance/enhance.ts";
import { cropTexture } from "../src/pipeline/mesh/rig/crop-texture.ts";
import { chooseFraming, type Framing, textureSize } from "../src/pipeline/mesh/rig/framing.ts";
import { detectFaces } from "../src/pipeline/perceive/detect.ts";
import { measureFaces } from "../src/pipeline/perceive/faces.ts";
import { mostProminent } from "../src/pipeline/perceive/prominence.ts";
import { decodePhoto } from "../src/pipeline/photo/decode.ts";
import { planeOf, resize } from "../src/pipeline/photo/plane.ts";
import { lumaOf } from "../src/pipeline/photo/raster.ts";
import type { Box, Face, Photo } from "../src/pipeline/types.ts";
import { type FaceBox, loadFaceJudge } from "../test/support/judges/face-api.ts";
import type { Frame } from "../test/support/judges/frame.ts";
import { sharpnessOf } from "../test/support/judges/sharpness.ts";

/** Size to which faces are brought for the comparison with themselves. */
const REFERENCE = 288;
/** Where crops are written. */
const CROPS = ".cache/enhance";

async function prominentFace(photo: Photo): Promise<Face | null> {
  return mostProminent(photo, await measureFaces(photo, await detectFaces(photo)));
}

async function frameOf(photo: Photo, framing: Framing): Promise<Frame> {
  const side = textureSize(framing);
  return { width: side, height: side, rgb: await cropTexture(photo, framing) };
}

/** Writes the head before and after, side by side, to look at. */
async function saveCrops(name: string, before: Frame, after: Frame, box: FaceBox): Promise<void> {
  const reach = 0.75 * Math.max(box.width, box.height);
  const left = Math.max(0, Math.round(box.x + box.width / 2 - reach));
  const top = Math.max(0, Math.round(box.y + 0.4 * box.height - reach));
  const side = Math.min(Math.round(2 * reach), before.width - left, before.height - top);
  const crop = async ({ width, height, rgb }: Frame): Promise<Buffer> =>
    sharp(rgb, { raw: { width, height, channels: 3 } })
      .extract({ left, top, width: side, height: side })
      .png()
      .toBuffer();
  await mkdir(CROPS, { recursive: true });
  await sharp({ create: { width: 2 * side + 8, height: side, channels: 3, background: "white" } })
    .composite([
      { input: await crop(before), left: 0, top: 0 },
      { input: await crop(after), left: side + 8, top: 0 },
    ])
    .png()
    .toFile(join(CROPS, `${name}.png`));
}

const boxIn = ({ x, y, width, height }: Box, { originX, originY, scale }: Framing): FaceBox => ({
  x: (x - originX) * scale,
  y: (y - originY) * scale,
  width: width * scale,
  height: height * scale,
  score: 1,
});

async function oldPhotoRow(name: string, photo: Photo, face: Face): Promise<string> {
  await enhanceFace(photo, face);
  const began = process.cpuUsage();
  const { photo: enhanced, report } = await enhanceFace(photo, face);
  const { user, system } = process.cpuUsage(began);
  // What two cores need that do nothing else.
  const seconds = (user + system) / 2e6;
  const framing = chooseFraming(enhanced, face.box);
  const box = boxIn(face.box, framing);
  const [before, after] = [await frameOf(photo, framing), await frameOf(enhanced, framing)];
  await saveCrops(name, before, after, box);
  const judge = await loadFaceJudge();
  const [one, other] = [await judge.read(before, box), await judge.read(after, box)];
  const distance = Math.hypot(...one.descriptor.map((value, i) => value - (other.descriptor[i] ?? 0)));
  const cells = [
    name,
    Math.round(report?.size ?? 0),
    (report?.noise ?? 0).toFixed(1),
    (report?.blocks ?? 0).toFixed(1),
    decision(report),
    sharpnessOf(before, box).toFixed(1),
    sharpnessOf(after, box).toFixed(1),
    distance.toFixed(2),
    seconds.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}

function decision(report: FaceReport | null): string {
  if (report === null || !(report.enlarged || report.mended)) return "left alone";
  return [report.enlarged ? "enlarged" : "", report.mended ? "mended" : ""].filter(Boolean).join(", ");
}

/** Reduces a photo until its face is `REFERENCE / factor` large, enhances it, and compares with the photo's own face. */
async function reducedRow(name: string, photo: Photo, face: Face, factor: number): Promise<string> {
  const size = Math.max(face.box.width, face.box.height);
  const reference = await evenly(await scaled(photo, face, REFERENCE / size));
  const small = await scaled(reference.photo, reference.face, 1 / factor);
  const { photo: enhanced } = await enhanceFace(small.photo, small.face, { mode: "on" });
  const { width, height } = reference.photo;
  const framing = { originX: 0, originY: 0, scale: width / small.photo.width, size: Math.max(width, height), pad: 0 };
  const ours = await cropTexture(enhanced, framing);
  const side = textureSize(framing);
  const box = reference.face.box;
  const truth = greyPart(reference.photo.rgb, width, box);
  const bicubic = compare(truth, enlargedPart(small.photo, reference.photo, box));
  const better = compare(truth, greyPart(ours, side, box));
  const cells = [name, `${factor}x`, bicubic.psnr, better.psnr, bicubic.ssim, better.ssim];
  return `| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(cell < 2 ? 3 : 2) : cell)).join(" | ")} |`;
}

const rawOf = ({ width, height }: Photo) => ({ raw: { width, height, channels: 3 as const } });

async function scaled(photo: Photo, face: Face, factor: number): Promise<{ photo: Photo; face: Face }> {
  const [width, height] = [Math.round(photo.width * factor), Math.round(photo.height * factor)];
  const data = await sharp(photo.rgb, rawOf(photo))
    .resize(width, height, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
  const [sx, sy] = [width / photo.width, height / photo.height];
  const { x, y, ...sides } = face.box;
  const box = { x: x * sx, y: y * sy, width: sides.width * sx, height: sides.height * sy };
  const mesh = face.mesh.map((value, i) => value * (i % 3 === 1 ? sy : sx));
  return { photo: { width, height, rgb: new Uint8Array(data), damaged: false }, face: { ...face, box, mesh } };
}

/** Cut at the right and below so that halves, thirds and quarters of it are whole pixels: else they would not lie on each other. */
async function evenly({ photo, face }: { photo: Photo; face: Face }): Promise<{ photo: Photo; face: Face }> {
  const [width, height] = [photo.width - (photo.width % 12), photo.height - (photo.height % 12)];
  const data = await sharp(photo.rgb, rawOf(photo)).extract({ left: 0, top: 0, width, height }).raw().toBuffer();
  return { photo: { ...photo, width, height, rgb: new Uint8Array(data) }, face };
}

interface Grey {
  readonly width: number;
  readonly values: Float64Array;
}

function greyPart(rgb: ArrayLike<number>, stride: number, box: Box): Grey {
  const [left, top] = [Math.round(box.x), Math.round(box.y)];
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const values = Float64Array.from({ length: width * height }, (_, k) => {
    const i = 3 * ((top + Math.floor(k / width)) * stride + left + (k % width));
    return lumaOf(rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0);
  });
  return { width, values };
}

/** Bicubic (Catmull-Rom), on exactly the same pixel grid. */
function enlargedPart(small: Photo, { width, height }: Photo, box: Box): Grey {
  const grey = { x: 0, y: 0, width: small.width, height: small.height };
  const plane = planeOf(small.width, small.height, Float32Array.from(greyPart(small.rgb, small.width, grey).values));
  const rgb = Float64Array.from({ length: 3 * width * height });
  resize(plane, width, height).data.forEach((value, i) => rgb.fill(value, 3 * i, 3 * i + 3));
  return greyPart(rgb, width, box);
}

/** PSNR, and SSIM (Wang et al. 2004) over windows of 8 x 8. */
function compare(a: Grey, b: Grey): { psnr: number; ssim: number } {
  const error = a.values.reduce((sum, value, i) => sum + (value - (b.values[i] ?? 0)) ** 2, 0) / a.values.length;
  const height = a.values.length / a.width;
  let [sum, count] = [0, 0];
  for (let y = 0; y + 8 <= height; y += 4)
    for (let x = 0; x + 8 <= a.width; x += 4) {
      sum += similarity(windowOf(a, x, y), windowOf(b, x, y));
      count++;
    }
  return { psnr: 10 * Math.log10(255 ** 2 / error), ssim: sum / count };
}

const windowOf = ({ width, values }: Grey, x: number, y: number): number[] =>
  Array.from({ length: 64 }, (_, k) => values[(y + (k >> 3)) * width + x + (k & 7)] ?? 0);

function similarity(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const covariance = (p: readonly number[], mp: number, q: readonly number[], mq: number): number =>
    mean(p.map((value, i) => (value - mp) * ((q[i] ?? 0) - mq)));
  const [vaa, vbb, vab] = [covariance(a, ma, a, ma), covariance(b, mb, b, mb), covariance(a, ma, b, mb)];
  const [c1, c2] = [(0.01 * 255) ** 2, (0.03 * 255) ** 2];
  return ((2 * ma * mb + c1) * (2 * vab + c2)) / ((ma * ma + mb * mb + c1) * (vaa + vbb + c2));
}

for (const path of process.argv.slice(2)) {
  const photo = await decodePhoto(readFileSync(path));
  const face = await prominentFace(photo);
  if (face === null) continue;
  const name = basename(path).replace(/\.\w+$/, "");
  process.stdout.write(`${await oldPhotoRow(name, photo, face)}\n`);
  if (Math.max(face.box.width, face.box.height) < 0.97 * REFERENCE) continue;
  for (const factor of [2, 3, 4]) process.stdout.write(`${await reducedRow(name, photo, face, factor)}\n`);
}
