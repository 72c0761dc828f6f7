import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";

const folder = process.env["KEEPSAKE_PHOTOS"] ?? join(import.meta.dirname, "../../../shared/photos");

/**
 * Path of a picture in the larger collection of test photos, which is not part of Keepsake. Only test/photos needs it, and fails
 * where it is not at hand: a test that is left out in silence tests nothing.
 */
export function collected(name: string): string {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  throw new Error(`${name} is not in the collection of photos at ${folder}; KEEPSAKE_PHOTOS names another folder`);
}

/** Path of a picture of the album, `test/album`, whose README says what each shows. */
export const album = (name: string): string => join(import.meta.dirname, "../album", name);

/** The example that comes with Keepsake: one face. */
export const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");

/** Pixels a side: the clip of such a photo takes a third of the time that the example's takes. */
const SMALL = 240;

/** The example made small, a little different each time, which only a machine sees: another photo. */
export async function anotherPortrait() {
  const bytes = await sharp(PORTRAIT)
    .resize(SMALL, SMALL)
    .jpeg({ quality: 90 })
    .withExif({ IFD0: { Copyright: String(Math.random()) } })
    .toBuffer();
  return { bytes, name: "portrait.jpg" };
}

/** So many people side by side: the example's woman, her mirror image, herself again. */
export async function peopleInARow(count: number) {
  const one = await sharp(PORTRAIT).resize(SMALL, SMALL).toBuffer();
  const mirrored = await sharp(one).flop().toBuffer();
  const people = Array.from({ length: count }, (_, i) => ({
    input: i % 2 === 0 ? one : mirrored,
    left: SMALL * i,
    top: 0,
  }));
  const canvas = sharp({ create: { width: SMALL * count, height: SMALL, channels: 3, background: "#888" } });
  return { bytes: await canvas.composite(people).jpeg().toBuffer(), name: "group.jpg" };
}
