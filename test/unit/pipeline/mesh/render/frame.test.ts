import { describe, expect, it } from "vitest";
import { cameraFor } from "../../../../../src/pipeline/mesh/camera.ts";
import { makeRenderer } from "../../../../../src/pipeline/mesh/render/frame.ts";
import { cropTexture } from "../../../../../src/pipeline/mesh/rig/crop-texture.ts";
import { makeEyeRig } from "../../../../../src/pipeline/mesh/rig/eye/eye.ts";
import { textureSize } from "../../../../../src/pipeline/mesh/rig/framing.ts";
import { type MouthRig, makeMouth } from "../../../../../src/pipeline/mesh/rig/head/mouth.ts";
import type { Rig } from "../../../../../src/pipeline/mesh/rig/rig.ts";
import { type Layer, portraitScene, type Scene, takeOff, withinPhoto } from "../../../../../src/pipeline/mesh/scene.ts";
import { sceneAlone } from "../../../../../src/pipeline/mesh/scene-alone.ts";
import { CHANNELS, type Channel } from "../../../../../src/pipeline/motion/channels.ts";
import { channelIndex } from "../../../../../src/pipeline/motion/drive.ts";
import { mouthIsClosed } from "../../../../../src/pipeline/perceive/openness.ts";
import type { Mesh } from "../../../../../src/pipeline/types.ts";
import { canonicalMesh } from "../rig/canonical-face.ts";
import { noise, SMALL, smallRig, stillOf } from "./small-rig.ts";

const SIDE = textureSize(SMALL);

function channels(values: Partial<Record<Channel, number>> = {}): Float32Array {
  const row = new Float32Array(CHANNELS.length);
  for (const [channel, value] of Object.entries(values)) row[channelIndex(channel as Channel)] = value;
  return row;
}

/** The frames of some rows of values, drawn by one renderer one after another. */
function draw(rig: Rig, ...rows: Float32Array[]): Uint8Array[] {
  const renderer = makeRenderer(portraitScene(rig));
  return rows.map((row) => {
    const out = new Uint8Array(3 * SMALL.size ** 2);
    renderer.render([row], out);
    return out;
  });
}

/** Number of pixels in which two pictures differ. */
function differing(a: Uint8Array, b: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < a.length; i += 3) if (a[i] !== b[i] || a[i + 1] !== b[i + 1] || a[i + 2] !== b[i + 2]) count++;
  return count;
}

/** A mouth that no shape moves, or null where there is nothing to show. */
function mouthOf(mesh: Mesh): MouthRig | null {
  const mouth = makeMouth(noise(SIDE * SIDE), SIDE, mesh);
  return mouth && { ...mouth, jawMotion: new Float32Array() };
}

const turned = channels({ headYaw: 9, headPitch: -4, headRoll: 6, headX: 0.02 });

/** Two rigs of 64 pixels cut out of one picture of 100 x 70, the second before the first and partly beyond the edge. */
async function twoInOnePicture(): Promise<{ scene: Scene; photo: Uint8Array }> {
  const [width, height] = [100, 70];
  const picture = { width, height, rgb: noise(width * height, 5), damaged: false };
  const photo = Uint8Array.from(picture.rgb);
  const layers: Layer[] = [];
  for (const [left, top] of [
    [46, 20],
    [8, 0],
  ] as const) {
    const framing = { ...SMALL, originX: left - SMALL.pad, originY: top - SMALL.pad };
    const rig = smallRig({ texture: await cropTexture(picture, framing) });
    layers.unshift({ rig, left, top });
    takeOff({ rig, left, top }, picture);
  }
  return { scene: { width, height, originX: 0, originY: 0, scale: 1, base: picture.rgb, layers, camera: null }, photo };
}

/** A picture that gets lighter from left to right. */
const ramp = (side: number): Uint8Array =>
  Uint8Array.from({ length: 3 * side * side }, (_, i) => 60 + 2 * (Math.floor(i / 3) % side));

/** The largest difference between two pixels beside each other. */
function steepest(picture: Uint8Array): number {
  let largest = 0;
  for (let i = 3; i < picture.length; i += 3)
    if ((i / 3) % SMALL.size !== 0) largest = Math.max(largest, Math.abs(picture[i]! - picture[i - 3]!));
  return largest;
}

/** Mean square of the steps from pixel to pixel in a row: grain. */
function grainOf(picture: Uint8Array): number {
  let sum = 0;
  for (let i = 3; i < picture.length; i += 3) sum += (picture[i]! - picture[i - 3]!) ** 2;
  return sum / (picture.length / 3);
}

describe("a camera that comes nearer", () => {
  const seen = (scene: Omit<Scene, "camera">, ...rows: Float32Array[]): Uint8Array => {
    const out = new Uint8Array(3 * scene.width * scene.height);
    makeRenderer({ ...scene, camera: cameraFor(scene) }).render(rows, out);
    return out;
  };

  it("shows the photo to the last level while it rests, and all of it larger when it has come nearer", async () => {
    const { scene, photo } = await twoInOnePicture();
    expect(seen(scene, channels(), channels())).toEqual(photo);
    const near = seen(scene, channels({ drift: 1 }), channels({ drift: 1 }));
    expect(differing(near, photo)).toBeGreaterThan(0.95 * scene.width * scene.height);
  });

  it("goes as far as those whom it shows are on their ways on average", async () => {
    const { scene } = await twoInOnePicture();
    const half = seen(scene, channels({ drift: 0.5 }), channels({ drift: 0.5 }));
    expect(seen(scene, channels({ drift: 1 }), channels())).toEqual(half);
  });

  it("brings people nearer than what is behind them, and leaves no line where they end", () => {
    const { coverage, texture, ...rest } = smallRig({ texture: ramp(SIDE) });
    const scene = portraitScene({ ...rest, texture, coverage });
    const { grid } = cameraFor(scene).shape;
    const { before } = cameraFor(scene);
    const middle = before[Math.round((SMALL.size / 2 + 4) / grid.step) * (grid.columns + 1)]!;
    expect(middle).toBeGreaterThan(0.9);
    expect(before[0]).toBeLessThan(0.1);
    const [still, near] = [seen(scene, channels()), seen(scene, channels({ drift: 1 }))];
    // A ramp from left to right stays one: nowhere does a pixel differ from the next by more than it did, but for rounding.
    expect(steepest(near)).toBeLessThanOrEqual(steepest(still) + 1);
  });
});

describe("a photo whose pixels are as fine as the clip's", () => {
  it("keeps more of its grain half-way between two pixels than one that is enlarged", () => {
    const scene = portraitScene(smallRig());
    const moved = channels({ headX: 0.5 / (14 * 2), headY: 0.5 / (14 * 2) });
    const [fine, enlarged] = [1, 2].map((scale) => {
      const out = new Uint8Array(3 * SMALL.size ** 2);
      makeRenderer({ ...scene, scale }).render([moved], out);
      return grainOf(out);
    }) as [number, number];
    expect(fine).toBeGreaterThan(1.03 * enlarged);
    expect(fine).toBeLessThan(grainOf(stillOf(smallRig())));
  });
});

describe("a portrait whose square reaches over the photo's edges", () => {
  const square = portraitScene(smallRig());
  const frameOf = (scene: Scene, row: Float32Array): Uint8Array => {
    const out = new Uint8Array(3 * scene.width * scene.height);
    makeRenderer(scene).render([row], out);
    return out;
  };

  it("shows what of the square lies within the photo, at rest and in motion, and nothing else", () => {
    // The square begins at (8, 8) of the photo's pixels and is 64 wide; this photo ends within it.
    const cut = withinPhoto({ ...square, originX: -5, originY: 8 }, { width: 51, height: 300 });
    expect(cut).toMatchObject({ width: 50, height: 64, originX: 0, originY: 8 });
    for (const row of [channels(), turned]) {
      const whole = frameOf(square, row);
      const expected = Uint8Array.from({ length: 3 * 50 * 64 }, (_, i) => {
        const [column, line] = [Math.floor(i / 3) % 50, Math.floor(i / 150)];
        return whole[3 * (64 * line + column + 5) + (i % 3)]!;
      });
      expect(differing(frameOf(cut, row), expected)).toBe(0);
    }
  });

  it("is left as it is where it lies within the photo", () => {
    expect(withinPhoto(square, { width: 300, height: 300 })).toBe(square);
    const rounded = { ...square, originX: -0.9 };
    expect(withinPhoto(rounded, { width: 300, height: 300 })).toBe(rounded);
  });

  it("lets nobody who is shown twice move over into the other half", () => {
    const [scene, none] = [1, 0].map((coverage) => {
      const half = smallRig();
      return sceneAlone(portraitScene(half), new Float32Array(half.coverage.length).fill(coverage));
    }) as [Scene, Scene];
    const [left] = scene.layers;
    const alone = frameOf({ ...scene, base: none.base, layers: [left!] }, channels({ headX: 1 }));
    for (let y = 0; y < 64; y++)
      expect(alone.subarray(3 * (128 * y + 64), 3 * 128 * (y + 1)).every((v) => v === 255)).toBe(true);
  });
});

describe("makeRenderer of several faces", () => {
  const frameOf = (scene: Scene, ...rows: Float32Array[]): Uint8Array => {
    const out = new Uint8Array(3 * scene.width * scene.height);
    makeRenderer(scene).render(rows, out);
    return out;
  };

  it("gives back the photo to the last level when nobody moves, where one stands before the other too", async () => {
    const { scene, photo } = await twoInOnePicture();
    expect(differing(frameOf(scene, channels(), channels()), photo)).toBe(0);
  });

  it("shows the foremost unchanged where it covers the rearmost, and the rearmost where it does not", async () => {
    const { scene, photo } = await twoInOnePicture();
    const frame = frameOf(scene, channels({ headY: 0.2 }), channels());
    const changed = (x: number, y: number): boolean =>
      differing(frame.subarray(3 * (y * 100 + x), 3 * (y * 100 + x) + 3), photo.subarray(3 * (y * 100 + x))) > 0;
    // The rearmost's middle is (40, 32) and the foremost's (78, 52), both discs of 16 pixels and more.
    expect(changed(40, 32)).toBe(true);
    expect(changed(70, 50)).toBe(false);
    expect(changed(78, 52)).toBe(false);
  });

  it("moves each by its own values", async () => {
    const { scene, photo } = await twoInOnePicture();
    const [one, other] = [frameOf(scene, turned, channels()), frameOf(scene, channels(), turned)];
    expect(differing(one, photo)).toBeGreaterThan(500);
    expect(differing(other, photo)).toBeGreaterThan(500);
    expect(differing(one, other)).toBeGreaterThan(500);
  });
});

describe("makeRenderer", () => {
  it("gives back the photo to the last level when nothing moves, half covered pixels too", () => {
    const rig = smallRig();
    expect(rig.coverage.some((share) => share > 0.1 && share < 0.9)).toBe(true);
    expect(differing(draw(rig, channels())[0]!, stillOf(rig))).toBe(0);
  });

  it("gives back the photo where an eye's patch reaches beyond the head", () => {
    const mesh = canonicalMesh({ scale: 4, x: 35, y: 50 });
    const rig = smallRig({ eyes: [makeEyeRig(noise(SIDE * SIDE), SIDE, mesh, "right")] });
    const [eye] = rig.eyes;
    expect(eye!.open).toBe(true);
    expect(rig.coverage[(eye!.y0 + 3) * SIDE + eye!.x0]).toBeLessThan(0.5);
    const [still, , again] = draw(rig, channels(), channels({ eyeBlinkRight: 1 }), channels());
    expect(differing(still!, stillOf(rig))).toBe(0);
    expect(differing(again!, stillOf(rig))).toBe(0);
  });

  it("gives back the photo with an open mouth", () => {
    const mesh = canonicalMesh({ scale: 4, x: 40, y: 28 });
    const mouth = mouthOf(mesh);
    expect(mouth).not.toBeNull();
    expect(differing(draw(smallRig({ mouth }), channels())[0]!, stillOf(smallRig()))).toBe(0);
  });

  it("gives back the photo with an open mouth so small that no pixel lies within", () => {
    const open = canonicalMesh({ scale: 0.2, x: 40.5, y: 40.5, shapes: { jawOpen: 0.5 } });
    expect(mouthIsClosed(open)).toBe(false);
    const mouth = mouthOf(open);
    expect(differing(draw(smallRig({ mouth }), channels())[0]!, stillOf(smallRig()))).toBe(0);
  });

  it("draws a frame alike whatever was drawn before it", () => {
    const rig = smallRig();
    const [first, , second] = draw(rig, turned, channels({ headYaw: -12 }), turned);
    expect(differing(first!, second!)).toBe(0);
    expect(differing(first!, stillOf(rig))).toBeGreaterThan(500);
  });

  it("draws the same in memory that other scenes have been drawn in", () => {
    const memory = new WebAssembly.Memory({ initial: 0 });
    const drawIn = (rig: Rig, where?: WebAssembly.Memory): Uint8Array => {
      const out = new Uint8Array(3 * SMALL.size ** 2);
      const renderer = makeRenderer(portraitScene(rig), where);
      for (const row of [channels({ headYaw: -12 }), turned]) renderer.render([row], out);
      return out;
    };
    const [one, other] = [smallRig(), smallRig({ texture: noise(SIDE * SIDE, 9) })];
    const [first, second] = [drawIn(one), drawIn(other)];
    expect(differing(first, second)).toBeGreaterThan(500);
    expect(differing(drawIn(other, memory), second)).toBe(0);
    expect(differing(drawIn(one, memory), first)).toBe(0);
    expect(differing(drawIn(other, memory), second)).toBe(0);
  });

  it("changes nothing outside the cells that move", () => {
    const rig = smallRig();
    const { grid, cells } = rig;
    const moving = new Set(cells);
    const [frame] = draw(rig, turned);
    const still = stillOf(rig);
    let [outside, changed] = [0, 0];
    for (let y = 0; y < SMALL.size; y++)
      for (let x = 0; x < SMALL.size; x++) {
        const [column, row] = [Math.floor((x + SMALL.pad) / grid.step), Math.floor((y + SMALL.pad) / grid.step)];
        if (moving.has(row * grid.columns + column)) continue;
        const i = 3 * (y * SMALL.size + x);
        outside++;
        changed += differing(frame!.subarray(i, i + 3), still.subarray(i, i + 3));
      }
    expect(outside).toBeGreaterThan(500);
    expect(changed).toBe(0);
  });

  it("shows the filled background where the head has moved away, without a trace of the head", () => {
    // A white disc on black that goes half its width to the right.
    const texture = new Uint8Array(3 * SIDE * SIDE);
    const plain = smallRig();
    for (let i = 0; i < plain.coverage.length; i++) if (plain.coverage[i]! > 0) texture.fill(255, 3 * i, 3 * i + 3);
    const [frame] = draw(smallRig({ texture }), channels({ headX: 0.3 }));
    const at = (x: number, y: number): number => frame![3 * ((y - SMALL.pad) * SMALL.size + x - SMALL.pad)]!;
    expect(at(24, 40)).toBeLessThan(3);
    expect(at(45, 40)).toBe(255);
  });
});
