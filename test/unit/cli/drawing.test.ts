import { describe, expect, it } from "vitest";
import { headArea, layOutSheet, makeTile, zoomAreas } from "../../../src/cli/contact-sheet.ts";
import { drawPreview } from "../../../src/cli/preview.ts";
import { blankCanvas, fillRectangle } from "../../../src/draw/rectangle.ts";
import { type Face, MESH_POINTS } from "../../../src/pipeline/types.ts";
import { canonicalMesh } from "../../support/meshes.ts";
import { colourAt } from "../../support/pictures.ts";

const face: Face = {
  index: 3,
  box: { x: 100, y: 80, width: 120, height: 160 },
  score: 0.9,
  pose: { yaw: 0, pitch: 0, roll: 0 },
  openEyes: true,
  openMouth: false,
  mesh: new Float32Array(MESH_POINTS * 3),
  obstacle: null,
};

describe("fillRectangle", () => {
  it("paints only what lies on the canvas", () => {
    const canvas = blankCanvas(4, 4, [0, 0, 0]);
    fillRectangle(canvas, { x: -2, y: 3, width: 4, height: 9 }, [255, 0, 0]);
    const painted = Array.from({ length: 16 }, (_, i) => canvas.rgb[i * 3] === 255);
    expect(painted.flatMap((on, i) => (on ? [i] : []))).toEqual([12, 13]);
  });
});

describe("drawPreview", () => {
  const grey = (): ReturnType<typeof blankCanvas> & { damaged: boolean } => ({
    ...blankCanvas(400, 300, [128, 128, 128]),
    damaged: false,
  });

  it("draws a box round each face and leaves the photo itself alone", () => {
    const photo = grey();
    const preview = drawPreview(photo, [face]);
    expect(photo.rgb.every((level) => level === 128)).toBe(true);
    expect(colourAt(preview, 101 / 400, 160 / 300)).toEqual([0, 158, 115]);
    expect(colourAt(preview, 160 / 400, 160 / 300)).toEqual([128, 128, 128]);
  });

  it("marks faces that cannot be animated in another colour", () => {
    const preview = drawPreview(grey(), [{ ...face, obstacle: "faceTooSmall" }]);
    expect(colourAt(preview, 101 / 400, 160 / 300)).toEqual([213, 94, 0]);
  });

  it("copes with faces that reach over the edge of the photo", () => {
    const preview = drawPreview(grey(), [{ ...face, box: { x: -50.4, y: -20.2, width: 500, height: 400 } }]);
    expect(preview.rgb.some((level) => level !== 128)).toBe(true);
  });
});

describe("the contact sheet", () => {
  const clip = { originX: 60, originY: 50, scale: 2, width: 400, height: 400 };
  /** Eyes at (150, 120) to (200, 130) and lips round (175, 180) in the photo; all other points in its corner. */
  const mesh = new Float32Array(MESH_POINTS * 3);
  for (const point of [33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173])
    mesh.set([150, 120, 0], point * 3);
  for (const point of [263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398])
    mesh.set([200, 130, 0], point * 3);

  it("zooms on the eyes where the clip shows them", () => {
    const [{ place: eyes }] = zoomAreas(mesh, clip);
    // The middle of the eyes, (175, 125), lies at ((175 - 60) * 2, (125 - 50) * 2) in the clip.
    expect(eyes.x + eyes.width / 2).toBeCloseTo(230, -0.5);
    expect(eyes.y + eyes.height / 2).toBeCloseTo(150, -0.5);
    expect(eyes.width).toBeGreaterThan(100);
  });

  it("shows the head of each of several faces, square, below a whole photo that keeps its shape", async () => {
    const head = canonicalMesh({ yaw: 0, pitch: 0, roll: 0 }, { at: [200, 150], scale: 3 });
    const whole = { originX: 0, originY: 0, scale: 1, width: 400, height: 300 };
    const area = headArea(head, whole);
    expect(area.height).toBe(240);
    expect(area.place.width).toBe(area.place.height);
    expect(area.place.x + area.place.width / 2).toBeCloseTo(200, -0.5);
    const tile = await makeTile(blankCanvas(400, 300, [1, 2, 3]), 0, [area, area]);
    expect(tile.pictures.map(({ width, height }) => [width, height])).toEqual([
      [240, 180],
      [240, 240],
      [240, 240],
    ]);
    expect(layOutSheet([tile]).height).toBe(180 + 240 + 240);
  });

  it("shows every frame with its own eyes and mouth, eight in a row", async () => {
    const areas = [
      { place: { x: 0, y: 0, width: 200, height: 80 }, height: 96 },
      { place: { x: 0, y: 200, width: 200, height: 100 }, height: 128 },
    ];
    const tiles = await Promise.all(
      Array.from({ length: 9 }, async (_, i) => {
        const frame = blankCanvas(400, 400, [i * 20, 0, 0]);
        fillRectangle(frame, { x: 0, y: 200, width: 400, height: 200 }, [0, i * 20, 0]);
        return makeTile(frame, i / 4, areas);
      }),
    );
    const sheet = layOutSheet(tiles);
    expect([sheet.width, sheet.height]).toEqual([8 * 244 - 4, 2 * 468 - 4]);
    const at = (x: number, y: number): readonly number[] => colourAt(sheet, x / sheet.width, y / sheet.height);
    expect(at(244 * 3 + 120, 60)).toEqual([60, 0, 0]);
    expect(at(244 * 3 + 120, 240 + 48)).toEqual([60, 0, 0]);
    expect(at(244 * 3 + 120, 240 + 96 + 64)).toEqual([0, 60, 0]);
    expect(at(120, 468 + 60)).toEqual([160, 0, 0]);
  });
});
