import { smoothstep } from "../math.ts";
import { loadOptionalModel, type ModelOptions } from "../models/onnx.ts";
import { GFPGAN } from "../models/optional.ts";
import { luminance, type Plane, resize } from "../photo/plane.ts";
import { lumaOf } from "../photo/raster.ts";
import { doAside, type Threads } from "../threads/threads.ts";
import type { Box, EnhanceMode, Face, Patch, Photo } from "../types.ts";
import { crisp } from "./crisp.ts";
import { cutHead } from "./cut-head.ts";
import { denoise, type NoiseSpectrum, noiseLevel } from "./denoise.ts";
import { FEATURES, faceSize, HEAD, type HeadRegion, ovalWeight } from "./head-region.ts";
import { judging, type Verdict } from "./judge.ts";
import { mend } from "./mend.ts";
import { restoreFace } from "./restore.ts";
import { FACTOR, putRight, superResolve, type Wanted } from "./super-resolve.ts";

export interface EnhanceOptions extends ModelOptions {
  readonly mode?: EnhanceMode;
  /** Clip pixels per photo pixel, for clips other than portraits. */
  readonly shownScale?: number;
  /** Square pixels of faces that may be enlarged, with `auto`; a face with more detail is not. */
  readonly room?: number;
  readonly signal?: AbortSignal;
  /** Other threads, which judge the faces. */
  readonly aside?: Threads;
}

/** What was found out about a face's picture, and what was done about it. */
export interface FaceReport {
  /** The face's size in photo pixels: the longer side of its box. */
  readonly size: number;
  /** The size to which the face can be reduced without losing anything that one sees, photo pixels. */
  readonly detail: number;
  /** Standard deviation of grain and noise, levels. */
  readonly noise: number;
  /** How much the picture jumps at the borders of a JPEG's blocks, levels. */
  readonly blocks: number;
  /** It was enlarged by the network, or scratches and specks were filled in. */
  readonly enlarged: boolean;
  readonly mended: boolean;
}

export interface Enhanced {
  /** The very same photo when nothing was done, else the photo with one more patch. */
  readonly photo: Photo;
  readonly report: FaceReport | null;
}

/** A portrait shows a face this large, if it can be enlarged so far; what a larger one has more is lost anyway. */
const PORTRAIT = 288;
/** Where a face is hardly shown larger than its real detail, there is nothing to gain. */
const LEAST_GAIN = 1.15;
/**
 * A face with less real detail than one of this many pixels is enlarged. The more a face has, the less the network knows better
 * than smooth enlargement (docs/enhance.md), and its time goes with the area.
 */
const SOFT = { auto: 120, on: 200 } as const;
/** So many square pixels are enlarged in all the faces of a photo together: that takes about as long as one face alone may. */
const ROOM = 24_000;
/**
 * Edges are made steeper within this radius (enlarged pixels) and by this much. Faces of up to `STEPPED` pixels are left as they
 * are, for their edges have steps; from `SMOOTH` pixels on all of it is done.
 */
const EDGE_RADIUS = 3;
const STEEPER = 0.8;
const STEPPED = 40;
const SMOOTH = 80;
/** Share of the noise that stays: a face without any looks like wax, and stands out from the rest of the photo. */
const KEPT_NOISE = 0.5;

/** Does `enhanceFace` for each face, the largest first. The smallest are not enlarged any more when `ROOM` is used up. */
export async function enhanceFaces(photo: Photo, faces: readonly Face[], options: EnhanceOptions = {}): Promise<Photo> {
  let [better, room] = [photo, ROOM];
  if (options.mode === "off") return photo;
  const inOrder = [...faces].sort((a, b) => faceSize(b) - faceSize(a));
  for await (const [face, head] of judged(photo, inOrder, options)) {
    const { photo: next, report } = await enhanceHead(better, face, head, { room, ...options });
    if (report?.enlarged) room -= report.detail ** 2;
    better = next;
  }
  return better;
}

/** Makes one face larger where it is small or soft, and mends it where it is damaged. The photo gets a patch; it may have others. */
export async function enhanceFace(photo: Photo, face: Face, options: EnhanceOptions = {}): Promise<Enhanced> {
  if (options.mode === "off") return { photo, report: null };
  return enhanceHead(photo, face, await judge(photo, face, options), options);
}

/**
 * Whether a face is so small that it will be enlarged however good its picture is. Of others most are left as they are.
 */
export function isSurelyEnlarged(face: Face, { mode = "auto", shownScale }: EnhanceOptions): boolean {
  if (mode === "off") return false;
  const size = faceSize(face);
  return Math.min(size, PORTRAIT) < SOFT[mode] && shownSize(size, shownScale) > LEAST_GAIN * size;
}

/** A head's picture, and what it is like. */
interface JudgedHead {
  readonly region: HeadRegion;
  readonly verdict: Verdict;
}

/** The faces in their order, each with its head: as many are judged ahead as there are threads for it. */
async function* judged(
  photo: Photo,
  faces: readonly Face[],
  options: EnhanceOptions,
): AsyncGenerator<readonly [Face, JudgedHead]> {
  const ahead: Promise<JudgedHead>[] = [];
  for (const [k, face] of faces.entries()) {
    for (let next = k + ahead.length; next < faces.length && next <= k + (options.aside?.size ?? 0); next++) {
      const head = judge(photo, faces[next]!, options);
      // Work that is called off asks for no more.
      head.catch(() => undefined);
      ahead.push(head);
    }
    yield [face, await ahead.shift()!];
  }
}

async function judge(photo: Photo, face: Face, { aside, signal }: EnhanceOptions): Promise<JudgedHead> {
  const region = await cutHead(photo, face, Math.min(1, PORTRAIT / faceSize(face)));
  const { box, scale, light } = region;
  const verdict = await doAside(aside, judging, { box, scale, light }, { box: face.box, mesh: face.mesh });
  signal?.throwIfAborted();
  return { region, verdict };
}

async function enhanceHead(
  photo: Photo,
  face: Face,
  { region, verdict: { blocks, spectrum, clean, used, marks } }: JudgedHead,
  options: EnhanceOptions,
): Promise<Enhanced> {
  const { mode = "auto", room = Number.POSITIVE_INFINITY } = options;
  const size = faceSize(face);
  const detail = size * region.scale * used;
  const affordable = mode === "on" || detail ** 2 <= room;
  const soft = mode !== "off" && detail < SOFT[mode];
  const enlarged = affordable && soft && shownSize(size, options.shownScale) > LEAST_GAIN * detail;
  const marked = marks.includes(1);
  const report = { size, detail, noise: noiseLevel(spectrum), blocks, enlarged, mended: marked };
  if (!enlarged && !marked) return { photo, report };
  const colours = region.colours();
  const { rgb, filled } = marked ? mend(colours, marks, size * region.scale) : { rgb: colours, filled: marks };
  const mended = { box: region.box, rgb };
  const light = marked ? lightOf(rgb, spectrum) : { seen: region.light, clean };
  const better = enlarged ? await enlargedPatch(mended, face, light, used, options) : mendedPatch(mended, filled);
  const patch = marked && enlarged ? { ...better, changes: ["mended" as const, ...better.changes] } : better;
  return { photo: { ...photo, patches: [...(photo.patches ?? []), patch] }, report };
}

/** How large a clip shows a face of some size, pixels. */
const shownSize = (size: number, shownScale: number | undefined): number =>
  size * (shownScale ?? Math.min(FACTOR, PORTRAIT / size));

/** What a patch is made from: the part of the photo that it covers, and its red, green and blue. */
interface HeadPicture {
  readonly box: Box;
  readonly rgb: readonly Plane[];
}

/** A picture's luminance, with and without its noise. */
interface Light {
  readonly seen: Plane;
  readonly clean: Plane;
}

function lightOf(rgb: readonly Plane[], spectrum: NoiseSpectrum): Light {
  const seen = luminance(rgb);
  return { seen, clean: denoise(seen, spectrum) };
}

/** The mended pixels and nothing else, with a soft edge. */
function mendedPatch({ box, rgb }: HeadPicture, filled: Uint8Array): Patch {
  const [red, green, blue] = rgb as readonly [Plane, Plane, Plane];
  const { width, height } = red;
  const bytes = Uint8ClampedArray.from({ length: 3 * filled.length }, (_, k) => {
    return [red, green, blue][k % 3]!.data[Math.floor(k / 3)]!;
  });
  const weight = Float32Array.from(filled);
  return { changes: ["mended"], box, width, height, rgb: new Uint8Array(bytes.buffer), weight };
}

/**
 * The network is shown the head at `share` of the region's resolution, which is all that the picture really uses: at a higher one
 * it would take softness for how things are. It is shown no noise, because it would make a weave of it. What it was not shown is
 * enlarged smoothly and added.
 */
async function enlargedPatch(
  { box, rgb }: HeadPicture,
  face: Face,
  { seen, clean }: Light,
  share: number,
  options: EnhanceOptions,
): Promise<Patch> {
  const width = Math.round(share * seen.width);
  const height = Math.round(share * seen.height);
  const wanted: Wanted = (columns, rows) => ovalWeight(FEATURES, face, box, columns, rows);
  const small = resize(clean, width, height);
  const restored = await restoredHead(small, face, box, wanted, options);
  const drawn = restored ?? (await superResolve(small, wanted, options));
  const steeper = STEEPER * smoothstep(STEPPED, SMOOTH, faceSize(face) * (width / box.width));
  const large = putRight(crisp(drawn, EDGE_RADIUS, steeper), small);
  const shown = resize(small, seen.width, seen.height).data;
  const unseen = seen.data.map((value, i) => clean.data[i]! - shown[i]! + KEPT_NOISE * (value - clean.data[i]!));
  const rest = resize({ ...seen, data: unseen }, large.width, large.height).data;
  for (let i = 0; i < rest.length; i++) large.data[i]! += rest[i]!;
  const colours = rgb.map((channel) => resize(channel, large.width, large.height));
  const weight = ovalWeight(HEAD, face, box, large.width, large.height);
  const changes = [restored === null ? "enlarged" : "redrawn"] as const;
  return { changes, box, width: large.width, height: large.height, rgb: withLuminance(colours, large), weight };
}

/** The head with a face drawn anew, if the operator has put the network for that in place. */
async function restoredHead(
  small: Plane,
  face: Face,
  box: Box,
  wanted: Wanted,
  options: EnhanceOptions,
): Promise<Plane | null> {
  const model = await loadOptionalModel(GFPGAN, options);
  if (model === null) return null;
  const large = resize(small, FACTOR * small.width, FACTOR * small.height);
  const [across, down] = [large.width / box.width, large.height / box.height];
  const mesh = face.mesh.map((value, i) => [(value - box.x) * across, (value - box.y) * down, value * across][i % 3]!);
  return restoreFace(large, mesh, wanted(large.width, large.height), model);
}

/** A picture's own colours with another luminance: what is grey stays exactly grey, what is brown equally brown. */
function withLuminance([red, green, blue]: readonly Plane[], light: Plane): Uint8Array {
  const out = new Uint8ClampedArray(3 * light.data.length);
  for (let i = 0; i < light.data.length; i++) {
    const r = red!.data[i]!;
    const g = green!.data[i]!;
    const b = blue!.data[i]!;
    const more = light.data[i]! - lumaOf(r, g, b);
    // One level added to all three; as much as none of them runs out of range.
    const room = more > 0 ? 255 - Math.max(r, g, b) : -Math.min(r, g, b);
    const added = more > 0 ? Math.min(more, Math.max(0, room)) : Math.max(more, Math.min(0, room));
    out[3 * i] = r + added;
    out[3 * i + 1] = g + added;
    out[3 * i + 2] = b + added;
  }
  return new Uint8Array(out.buffer);
}
