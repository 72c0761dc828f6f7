import type { Matrix3 } from "../../math.ts";
import type { ModelOptions } from "../../models/onnx.ts";
import { PIVOT } from "../../motion/channels.ts";
import { faceBasis } from "../../perceive/face-basis.ts";
import { fitHead, type HeadFit } from "../../perceive/pose.ts";
import { shared } from "../../threads/shared.ts";
import { doAside, type Threads } from "../../threads/threads.ts";
import type { Box, Face, Mesh, Photo } from "../../types.ts";
import { type Body, makeBody } from "./body.ts";
import { cropTexture } from "./crop-texture.ts";
import { fillBackground } from "./cutout/background.ts";
import { headCoverage } from "./cutout/coverage.ts";
import { type EyeRig, eyeMaking } from "./eye/eye.ts";
import { chooseFraming, clipPart, type Framing, meshInTexture, textureSize } from "./framing.ts";
import { eachVertex, type Grid, makeGrid, vertexCount } from "./grid.ts";
import { movingCells } from "./head/cells.ts";
import { headDepth, toTexture } from "./head/depth.ts";
import { facePixels } from "./head/face-pixels.ts";
import { headWeights, type Neighbour } from "./head/head.ts";
import { fitLight, type Light } from "./head/light.ts";
import { type Lips, makeLips } from "./head/lips.ts";
import { jawMotion, type Mouth, type MouthRig, mouthMaking } from "./head/mouth.ts";
import { movableSkin, type ShapeField, shapeFields } from "./head/shapes.ts";
import { makeSpread, type Spread } from "./head/spread.ts";

/** What of a rig depends on the photo alone. Plain data, so that it can be handed to worker threads. */
export interface RigAtRest {
  readonly framing: Framing;
  readonly grid: Grid;
  /** Rest position and depth of every vertex, and how much of the head's rigid motion it takes (0..1). */
  readonly restX: Float32Array;
  readonly restY: Float32Array;
  readonly restZ: Float32Array;
  readonly weights: Float32Array;
  readonly pivot: readonly [number, number, number];
  readonly body: Body;
  /** Turn of the photographed head (canonical frame to texture) and texture pixels per cm. */
  readonly rotation: Matrix3;
  readonly pixelsPerCm: number;
  readonly eyes: readonly EyeRig[];
  /** Closed lips that can part, null where they are open or cannot. */
  readonly lips: Lips | null;
  readonly light: Light;
  /** The picture at rest: `side * side * 3` bytes. */
  readonly texture: Uint8Array;
  /** Coverage of the moving layer, 0..1 a texture pixel, and what lies behind it in the clip's part, `size * size * 3`. */
  readonly coverage: Float32Array;
  readonly background: Uint8Array;
  /** The cells that can move and show anything, each by its first vertex, and the clip's picture without them. */
  readonly cells: Uint32Array;
  readonly base: Uint8Array;
}

/** A face made movable by some channels. Lengths in texture pixels; depth larger = farther. */
export interface Rig extends RigAtRest {
  readonly shapes: readonly ShapeField[];
  /** The inside of the mouth, null when it is closed. */
  readonly mouth: MouthRig | null;
}

/** A face that can be made movable by any channels at little cost. */
export interface FaceAtRest {
  readonly rig: RigAtRest;
  readonly mouth: Mouth | null;
  /** The mesh in the texture, the head that it was fitted with, and how its points move the grid's vertices. */
  readonly mesh: Mesh;
  readonly fit: HeadFit;
  readonly spread: Spread;
}

/** Blendshapes that the lids and the eyeballs perform themselves. */
const NOT_SKIN = /^(eyeBlink|eyeLook|eyeWide|tongue)/;
/** How far beyond the face's outline the mesh's values are carried, cm. */
const REACH_CM = 6;

/** The part of a larger picture that a face may move, and who else is in the picture. */
export interface Region {
  readonly framing: Framing;
  /** The other faces; `takenOff` when their heads have been taken off the picture already. */
  readonly others: readonly { readonly face: Face; readonly takenOff: boolean }[];
  /** Pixels of the picture per pixel of the photo it was scaled from. */
  readonly enlarged: number;
}

export interface RigOptions extends ModelOptions {
  /** Other faces in a square crop, which stay unbent. */
  readonly others?: readonly Face[];
  /** The part of a larger picture; without it the rig gets the square crop of head and shoulders. */
  readonly region?: Region;
  readonly signal?: AbortSignal;
  /** Other threads, which make eyes and mouth meanwhile. */
  readonly aside?: Threads;
}

/** How far a person's colours run over their edge in a photo, pixels. */
const SOFT_EDGE = 2;

/** Makes a face of a photo movable for the channels named: `rigFor` of its `faceAtRest`. */
export async function makeRig(
  photo: Photo,
  face: Face,
  channels: readonly string[],
  options: RigOptions = {},
): Promise<Rig> {
  return rigFor(await faceAtRest(photo, face, options), channels);
}

/** Makes a face movable for the channels named. */
export function rigFor({ rig, mouth, mesh, fit, spread }: FaceAtRest, channels: readonly string[]): Rig {
  const basis = faceBasis();
  const names = channels.filter((name) => name in basis.shapes && !NOT_SKIN.test(name));
  const shapes = shapeFields(names, basis, fit, mesh, spread, rig.grid);
  return { ...rig, shapes, mouth: mouth && { ...mouth, jawMotion: jawMotion(shapes, basis, fit) } };
}

/**
 * Makes everything of a movable face that does not depend on how it moves. Without `region` that is the square crop of head and
 * shoulders, and other faces in it do not bend. With a region it is that part of the picture: all that belongs to the person
 * moves, and nothing else.
 */
export async function faceAtRest(photo: Photo, face: Face, options: RigOptions = {}): Promise<FaceAtRest> {
  const { others = [], region, signal, aside } = options;
  const framing = region?.framing ?? chooseFraming(photo, face.box);
  // Eyes and mouth are made of it in other threads, and all frames drawn.
  const texture = shared(await cropTexture(photo, framing));
  signal?.throwIfAborted();
  const side = textureSize(framing);
  const mesh = meshInTexture(face.mesh, framing);
  const features = mouthAndEyes(texture, side, mesh, aside);
  // Work that is called off leaves before it asks for them.
  features.catch(() => undefined);
  const fit = fitHead(mesh);
  const grid = makeGrid(side);
  const spread = makeSpread(mesh, faceBasis().triangles, grid, REACH_CM * fit.scale);
  const { restX, restY } = restPlaces(grid);
  const restZ = headDepth(mesh, fit, spread, grid);
  const weights = headWeights(
    fit,
    grid,
    others.map((other) => neighbourOf(other, framing)),
  );
  const neighbours = (region?.others ?? []).map(({ face: other, takenOff }) => ({
    mesh: meshInTexture(other.mesh, framing),
    takenOff,
  }));
  const { coverage, understood } = await headCoverage(texture, side, mesh, fit, { ...options, neighbours });
  signal?.throwIfAborted();
  const surroundings = region && { reach: Math.ceil(SOFT_EDGE * region.enlarged), face: facePixels(mesh, side) };
  const behind = fillBackground(texture, coverage, side, surroundings);
  const skin = movableSkin(spread, fit, grid);
  const beside = [...others, ...(region?.others ?? []).map((other) => other.face)];
  const space = {
    coverage,
    side,
    room: roomIn(photo, framing, region),
    neighbours: beside.map((other) => neighbourOf(other, framing)),
  };
  const body = makeBody(fit, grid, spread, understood ? space : null);
  const light = fitLight(texture, side, mesh, spread, grid, { x: restX, y: restY, z: restZ });
  const [mouth, ...eyes] = await features;
  signal?.throwIfAborted();
  const rig = {
    framing,
    grid,
    restX,
    restY,
    restZ,
    weights,
    pivot: toTexture(fit, PIVOT),
    body,
    rotation: fit.rotation,
    pixelsPerCm: fit.scale,
    eyes,
    lips: makeLips(texture, side, mesh),
    light,
    texture,
    coverage: shared(coverage),
    background: shared(clipPart(behind, framing)),
    ...movingCells({ grid, weights, trunk: body.trunk, skin, coverage, eyes }, texture, behind, framing),
  };
  return { rig, mouth, mesh, fit, spread };
}

async function mouthAndEyes(
  texture: Uint8Array,
  side: number,
  mesh: Mesh,
  aside: Threads | undefined,
): Promise<readonly [Mouth | null, EyeRig, EyeRig]> {
  return Promise.all([
    doAside(aside, mouthMaking, texture, side, mesh),
    doAside(aside, eyeMaking, texture, side, mesh, "right"),
    doAside(aside, eyeMaking, texture, side, mesh, "left"),
  ]);
}

function restPlaces(grid: Grid): Pick<RigAtRest, "restX" | "restY"> {
  const [restX, restY] = [new Float32Array(vertexCount(grid)), new Float32Array(vertexCount(grid))];
  eachVertex(grid, (i, x, y) => {
    restX[i] = x;
    restY[i] = y;
  });
  return { restX, restY };
}

/** The part of the texture in which a body may move: the photo's, and where more of the picture lies round it, within the clip's. */
function roomIn(photo: Photo, { originX, originY, scale, size, pad }: Framing, region: Region | undefined): Box {
  const [left, top] = [-originX * scale, -originY * scale];
  const box = { x: left, y: top, width: photo.width * scale, height: photo.height * scale };
  if (!region) return box;
  const [x, y] = [Math.max(left, pad), Math.max(top, pad)];
  return {
    x,
    y,
    width: Math.min(left + box.width, pad + size) - x,
    height: Math.min(top + box.height, pad + size) - y,
  };
}

function neighbourOf({ box }: Face, { originX, originY, scale }: Framing): Neighbour {
  return {
    x: (box.x + box.width / 2 - originX) * scale,
    y: (box.y + box.height / 2 - originY) * scale,
    radius: (scale * (box.width + box.height)) / 4,
  };
}
