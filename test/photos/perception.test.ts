import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { findFaces } from "../../src/pipeline/perceive/faces.ts";
import { decodePhoto } from "../../src/pipeline/photo/decode.ts";
import type { Photo } from "../../src/pipeline/types.ts";
import { collected } from "../support/photos.ts";

async function open(path: string): Promise<Photo> {
  return decodePhoto(await readFile(path));
}

describe("children who lie in a circle", () => {
  it("have brows towards the circle's middle, however they lie", async () => {
    const photo = await open(collected("group/kids_circle_rotated_heads.jpg"));
    const faces = await findFaces(photo);
    expect(faces).toHaveLength(6);
    for (const { box, pose } of faces) {
      const [x, y] = [box.x + box.width / 2 - 0.51 * photo.width, box.y + box.height / 2 - 0.45 * photo.height];
      const inwards = (Math.atan2(-x, y) * 180) / Math.PI;
      expect(Math.abs(turnBetween(pose.roll, inwards))).toBeLessThan(50);
    }
  });
});

/** Degrees from one direction to another, -180..180. */
function turnBetween(a: number, b: number): number {
  return ((((a - b + 180) % 360) + 360) % 360) - 180;
}

/** Faces that a person would count, and how many of them must be found. Nothing else may be. */
const GROUPS: readonly (readonly [name: string, people: number, least: number])[] = [
  ["bar_women_7_dark.jpg", 7, 7],
  ["children_8.jpg", 8, 8],
  ["class_65_490px.jpg", 67, 61],
  ["class_steps_26.jpg", 26, 26],
  ["elvis_shop_7.jpg", 7, 7],
  ["family_wedding_faded_3.png", 3, 3],
  ["graduation_47.jpg", 47, 43],
  ["kids_5_transparent_rgba.png", 5, 5],
  ["kids_circle_rotated_heads.jpg", 6, 6],
  // Faces of 20 px in a print that has faded almost to white: see docs/models.md.
  ["old_expedition_1897_5men.jpg", 5, 2],
  ["old_family_8_lowres.jpg", 8, 7],
  ["old_four_girls_street.jpg", 4, 4],
  ["solvay_1927_bw_29.png", 29, 29],
  ["three_men_bw_276px_sunglasses.jpg", 3, 3],
  ["women_4_portrait.jpg", 4, 4],
];

describe("group photos", () => {
  for (const [name, people, least] of GROUPS) {
    it(`${name}: at least ${least} of ${people} faces, and no more than there are`, async () => {
      const faces = await findFaces(await open(collected(`group/${name}`)));
      expect(faces.length).toBeGreaterThanOrEqual(least);
      expect(faces.length).toBeLessThanOrEqual(people);
    });
  }
});

describe("pictures without a face", () => {
  const names = [
    "bierstadt_landscape.jpg",
    "brick.png",
    "coffee_cup.png",
    "coins_with_heads.png",
    "handwriting_text.png",
  ];
  const more = ["hubble.jpg", "ny_riverfront_1931.jpg", "old_plan_1884_scan.jpg", "page_text_scan.png"];
  for (const name of [...names, ...more]) {
    it(`${name}: finds none`, async () => {
      expect(await findFaces(await open(collected(`none/${name}`)))).toEqual([]);
    });
  }
});

describe("paintings, statues, bowed and turned heads", () => {
  const names = [
    "art/girl_pearl_earring.jpg",
    "art/mona_lisa.jpg",
    "art/picasso_1907.jpg",
    "art/david_statue_180px.png",
  ];
  const more = [
    "art/terracotta_warrior.jpg",
    "art/anime_woman.png",
    "old/alimehemet_fez_engraving.jpg",
    "old/hopper_128px.jpg",
  ];
  const turned = [
    "pose/autochrome_girl_lookdown.png",
    "pose/near_profile_teen.jpg",
    "pose/cameraman_profile_occluded.png",
  ];
  for (const name of [...names, ...more, ...turned]) {
    it(`${name}: one face`, async () => {
      expect((await findFaces(await open(collected(name)))).length).toBe(1);
    });
  }
});

/** How heads are turned, as a person sees it: the sign of yaw and pitch, 0 for "about straight". */
const POSES = [
  ["pose/near_profile_teen.jpg", -1, 0],
  ["pose/three_quarter_up_hepburn.jpg", 1, 0],
  ["pose/autochrome_girl_lookdown.png", 0, -1],
  ["pose/man_lookdown_noisy.png", -1, -1],
  ["pose/woman_arm_occluding.jpg", 0, 1],
  ["art/girl_pearl_earring.jpg", -1, 0],
  ["modern/man_smile_600.png", 0, 0],
  ["modern/obama_official.jpg", 0, 0],
] as const;

describe("known poses", () => {
  for (const [name, yaw, pitch] of POSES) {
    it(`${name}: yaw ${yaw}, pitch ${pitch}`, async () => {
      const [face] = await findFaces(await open(collected(name)));
      if (yaw !== 0) expect(face!.pose.yaw * yaw).toBeGreaterThan(25);
      else expect(Math.abs(face!.pose.yaw)).toBeLessThan(25);
      if (pitch !== 0) expect(face!.pose.pitch * pitch).toBeGreaterThan(8);
      else expect(Math.abs(face!.pose.pitch)).toBeLessThan(18);
    });
  }
});
