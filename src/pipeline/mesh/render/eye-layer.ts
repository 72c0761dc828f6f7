import { smoothstep } from "../../math.ts";
import type { Box } from "../../types.ts";
import type { EyeRig } from "../rig/eye/eye.ts";
import { shadeAt } from "../rig/eye/lid-shade.ts";

/** The texture that lids and gaze are painted on: four numbers a texel, the first three its colour. */
export interface Texture {
  readonly rgba: Float32Array;
  readonly side: number;
}

/** What one eye does in a frame. */
export interface EyeState {
  /** 0 as in the photo, 1 closed; slightly negative: opened wider. */
  readonly closure: number;
  /** Raise of the lower lid alone, as a part of the opening. */
  readonly squint: number;
  /** Movement of the iris along the eye's axes, texture pixels. */
  readonly gazeU: number;
  readonly gazeV: number;
}

/** The part of the way that the lower lid takes in a blink; the upper lid does the rest. */
const LOWER_SHARE = 0.12;
/** How much of the photo's own lash line stands where closed lids meet, and how much of the upper lashes still stands up then. */
const LID_LINE = 0.6;
const STANDING = 0.6;
/** How much darker the eyeball is right below the edge of a lid that is almost closed. */
const RIM_SHADE = 0.2;
/** How much lighter the middle of a closed lid is than its ends, beside the roundness that its skin has already. */
const BULGE = 0.17;
/** Pixels of gaze or widening from which the continued eyeball stands for the photo's: less than that is hardly a change. */
const MOVED = 1;
/** How much of the gaze a cornea's reflections follow: they lie where the lamp is, not where the eye looks. */
const GLINT_SHARE = 0.3;
/** Overlap of closed lids in pixels, so that no sliver of white is left. */
const OVERLAP = 0.8;

/** Parts of the eye's width that lids reach beyond its corners, and pixels that their fading needs below the lower lid's band. */
const BEYOND_CORNERS = 0.06;
const BELOW_BAND = 2;

/** Whether anything can ever be drawn on a pixel of an eye's patch. */
function isReached({ u, v, upper, lower, contour, lidHeight, lowerBand }: EyeRig, i: number): boolean {
  const along = u[i]! / contour.width;
  if (along <= -BEYOND_CORNERS || along >= 1 + BEYOND_CORNERS) return false;
  return v[i]! >= upper[i]! - lidHeight && v[i]! <= lower[i]! + lowerBand + BELOW_BAND;
}

/** The part of an eye's patch, in its own pixels, beyond which it is always the photo. */
export function reachedPart(eye: EyeRig): Box {
  let [left, top, right, bottom] = [eye.width, eye.height, -1, -1];
  for (let y = 0, i = 0; y < eye.height; y++)
    for (let x = 0; x < eye.width; x++, i++) {
      if (!isReached(eye, i)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return right < 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right + 1 - left, height: bottom + 1 - top };
}

/**
 * Draws one eye of a frame, or a part of its patch, into the texture's colours: eyeball, then the lids as new skin with the lashes on their
 * edges.
 */
export function drawEye(eye: EyeRig, state: EyeState, texture: Texture, part = wholePatch(eye)): void {
  const pixel = new EyePixel(eye, state);
  for (let y = part.y; y < part.y + part.height; y++) {
    let o = 4 * ((eye.y0 + y) * texture.side + eye.x0 + part.x);
    let i = y * eye.width + part.x;
    for (let x = part.x; x < part.x + part.width; x++, i++, o += 4) {
      pixel.shade(i, x, y);
      texture.rgba[o] = pixel.red;
      texture.rgba[o + 1] = pixel.green;
      texture.rgba[o + 2] = pixel.blue;
    }
  }
}

function wholePatch({ width, height }: EyeRig): Box {
  return { x: 0, y: 0, width, height };
}

/** Shades single pixels of an eye; one object serves a whole patch, so that nothing is allocated per pixel. */
class EyePixel {
  red = 0;
  green = 0;
  blue = 0;
  readonly #eye: EyeRig;
  readonly #state: EyeState;
  readonly #gazed: number;
  readonly #shade: number;
  /** What is the same for all pixels: how much of the lashes stands up, is turned down, is lighter skin at most; how strong the line is. */
  readonly #shutting: number;
  readonly #standing: number;
  readonly #turned: number;
  readonly #line: number;
  readonly #mostLight: number;

  constructor(eye: EyeRig, state: EyeState) {
    this.#eye = eye;
    this.#state = state;
    this.#gazed = Math.abs(state.gazeU) + Math.abs(state.gazeV);
    // An iris that turns down with the lid keeps the shade that it had.
    this.#shade = shadeAt(eye.shade, state.closure - state.gazeV / Math.max(1, eye.contour.opening));
    const shut = Math.max(0, state.closure);
    this.#shutting = smoothstep(0, 0.12, shut);
    this.#standing = 1 - (1 - STANDING) * smoothstep(0.4, 1, shut);
    this.#turned = 0.8 * smoothstep(0.5, 1, shut);
    this.#line = smoothstep(0.6, 1, shut);
    this.#mostLight = 1 + 3 * (1 - smoothstep(0, 0.35, Math.max(state.closure, state.squint)));
  }

  shade(i: number, x: number, y: number): void {
    const { v, upper, lower } = this.#eye;
    const { closure, squint } = this.#state;
    this.#copy(this.#eye.photo, i);
    if (!isReached(this.#eye, i)) return;
    const over = upper[i]!;
    const under = lower[i]!;
    const height = Math.max(0, under - over);
    const shut = Math.max(0, closure);
    const upperEdge = over + closure * height * (1 - LOWER_SHARE) + shut * OVERLAP;
    const lowerEdge = Math.max(upperEdge - OVERLAP, under - Math.min(1, shut * LOWER_SHARE + squint) * height);
    const place = v[i]!;
    // At the corners the lids leave no room between their edges.
    const inside = height < 1.4 ? 0 : edge(place - Math.min(over, upperEdge)) * edge(under - place);
    const moved = inside * Math.min(1, (this.#gazed + Math.max(0, over - upperEdge)) / MOVED);
    if (moved > 0) this.#gaze(i, x, y, moved);
    if (closure !== 0) this.#underLid(place - upperEdge, under - place, shut, height);
    if (shut > 0 || squint > 0) this.#lowerLid(i, x, y, place - lowerEdge, under - lowerEdge);
    if (closure !== 0) this.#upperLid(i, x, y, place - upperEdge, upperEdge - over, shut);
  }

  #copy(from: Float32Array, i: number): void {
    this.red = from[3 * i]!;
    this.green = from[3 * i + 1]!;
    this.blue = from[3 * i + 2]!;
  }

  /** The eyeball, turned: rigid round the iris, the white stretching towards the corners. */
  #gaze(i: number, x: number, y: number, moved: number): void {
    const { contour, u, ball, glints, photo } = this.#eye;
    const { iris, width, cos, sin } = contour;
    const near = iris.u - 1.15 * iris.radius;
    const far = iris.u + 1.15 * iris.radius;
    const place = u[i]!;
    const share = place < near ? smoothstep(0, near, place) : place > far ? smoothstep(width, far, place) : 1;
    const du = -this.#state.gazeU * share;
    const dv = -this.#state.gazeV * share;
    const [dx, dy] = [du * cos - dv * sin, du * sin + dv * cos];
    if (glints) this.#sample(glints, x + GLINT_SHARE * dx, y + GLINT_SHARE * dy);
    const [red, green, blue] = glints ? [this.red, this.green, this.blue] : [0, 0, 0];
    this.#sample(ball, x + dx, y + dy);
    this.red = Math.min(255, this.red + red);
    this.green = Math.min(255, this.green + green);
    this.blue = Math.min(255, this.blue + blue);
    this.red = photo[3 * i]! + moved * (this.red - photo[3 * i]!);
    this.green = photo[3 * i + 1]! + moved * (this.green - photo[3 * i + 1]!);
    this.blue = photo[3 * i + 2]! + moved * (this.blue - photo[3 * i + 2]!);
  }

  /** The shadow that the lid throws on the eyeball below its edge. */
  #underLid(below: number, inside: number, shut: number, height: number): void {
    if (below <= 0) return;
    const rim = shut === 0 ? 1 : 1 - RIM_SHADE * shut * Math.exp(-below / (0.22 * height + 0.5));
    this.#scale(rim * (1 - (1 - this.#shade) * edge(inside)));
  }

  #upperLid(i: number, x: number, y: number, below: number, drop: number, shut: number): void {
    const { skin, contour, u, upperBand, lashes } = this.#eye;
    const cover = edge(-below);
    let darkness = 1;
    if (cover > 0) {
      const [red, green, blue] = [this.red, this.green, this.blue];
      this.#copy(skin, i);
      this.#unfold(1 + below / Math.max(1, drop), drop / contour.width, shut);
      // The lashes as they stand in the photo, moved down with the edge; the band's upper end runs out into plain skin.
      const fade = 1 - this.#shutting * smoothstep(0.6 * upperBand, upperBand, -below);
      darkness = this.#lash(x + drop * contour.sin, y - drop * contour.cos, fade * this.#standing);
      this.red = red + cover * (this.red - red);
      this.green = green + cover * (this.green - green);
      this.blue = blue + cover * (this.blue - blue);
    }
    // Closing turns the lashes downwards: what stood above the edge comes to lie below it.
    if (this.#turned > 0 && below > 0 && below < upperBand) {
      const back = drop + 1.9 * below;
      const fade = this.#turned * smoothstep(upperBand, 0.3 * upperBand, 1.9 * below);
      darkness = Math.min(darkness, this.#lash(x + back * contour.sin, y - back * contour.cos, fade));
    }
    if (this.#line === 0) return;
    // Where lids meet there is a line even without lashes; where lashes are as dark already, there is none on top.
    const reach = 0.018 * contour.width + 0.3 * lashes.softness;
    const along = u[i]! / contour.width;
    const ends = smoothstep(-0.02, 0.2, along) * smoothstep(1.02, 0.8, along);
    const line = ends * this.#line * Math.exp(-((below / reach) ** 2));
    this.#scale(Math.min(1, (1 - LID_LINE * (1 - lashes.darkest) * line) / Math.min(1, darkness)));
  }

  #lowerLid(i: number, x: number, y: number, below: number, rise: number): void {
    const { skin, contour, lowerBand } = this.#eye;
    const cover = edge(below) * smoothstep(lowerBand, 0.4 * lowerBand, below - rise);
    if (cover <= 0) return;
    const [red, green, blue] = [this.red, this.green, this.blue];
    this.#copy(skin, i);
    const fade = smoothstep(lowerBand + 1, 0.5 * lowerBand, below - rise);
    this.#lash(x - rise * contour.sin, y + rise * contour.cos, fade);
    this.red = red + cover * (this.red - red);
    this.green = green + cover * (this.green - green);
    this.blue = blue + cover * (this.blue - blue);
  }

  /** Light on the lid as it unfolds over the eyeball's bulge: `t` 0 at the fold, 1 at the edge. */
  #unfold(t: number, drop: number, shut: number): void {
    if (t <= 0 || shut === 0) return;
    const bulge = Math.sin(Math.PI * Math.min(1, t)) - 0.35;
    this.#scale(1 + shut * BULGE * bulge * Math.min(1, drop / 0.2));
  }

  #scale(by: number): void {
    this.red *= by;
    this.green *= by;
    this.blue *= by;
  }

  /**
   * Lays the photo's lashes over skin, as far as `share` says: a factor about 1, darker on lashes. What is lighter than skin
   * is eyeball that lies outside the contour: it goes as the lid closes. Returns the factor for green.
   */
  #lash(x: number, y: number, share: number): number {
    if (share === 0) return 1;
    const [red, green, blue] = [this.red, this.green, this.blue];
    this.#sample(this.#eye.lashes.ratio, x, y);
    const most = this.#mostLight;
    const darkness = 1 + share * (Math.min(most, this.green) - 1);
    this.red = red * (1 + share * (Math.min(most, this.red) - 1));
    this.green = green * darkness;
    this.blue = blue * (1 + share * (Math.min(most, this.blue) - 1));
    return darkness;
  }

  /** `valueAt` (photo/raster.ts) written out: it runs up to five times a pixel in every frame. */
  #sample(from: Float32Array, x: number, y: number): void {
    const { width, height } = this.#eye;
    const cx = Math.min(width - 1.001, Math.max(0, x));
    const cy = Math.min(height - 1.001, Math.max(0, y));
    const column = cx | 0;
    const row = cy | 0;
    const fx = cx - column;
    const fy = cy - row;
    const a = 3 * (row * width + column);
    const b = a + 3 * width;
    const [wa, wb, wc, wd] = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
    this.red = wa * from[a]! + wb * from[a + 3]! + wc * from[b]! + wd * from[b + 3]!;
    this.green = wa * from[a + 1]! + wb * from[a + 4]! + wc * from[b + 1]! + wd * from[b + 4]!;
    this.blue = wa * from[a + 2]! + wb * from[a + 5]! + wc * from[b + 2]! + wd * from[b + 5]!;
  }
}

/** Coverage of a pixel whose middle lies `inside` pixels within an edge. */
const edge = (inside: number): number => (inside <= -0.7 ? 0 : inside >= 0.7 ? 1 : 0.5 + inside / 1.4);
