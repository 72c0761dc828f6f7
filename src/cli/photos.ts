import { readdirSync, statSync } from "node:fs";
import { join, parse } from "node:path";
import { UsageError } from "./usage.ts";

/** Stands for standard input or output where a file could be named. */
export const STANDARD = "-";

/** How the names of files end that a folder is searched for. What they hold is told by their first bytes, later. */
const PICTURES = /\.(?:jpe?g|jfif|png|webp|heic|heif|avif|tiff?|bmp|gif)$/i;
/** How the names of our own results end, lest a folder's sheets and clips be taken for its photos. */
const OURS = /(?:-sheet|-faces)\.[^.]+$/i;

/** The photos that the paths name: files as they are, and of a folder those in it (not in folders below it), by name. */
export function photosOf(paths: readonly string[]): readonly string[] {
  const photos = paths.flatMap((path) => {
    if (path === STANDARD) return [path];
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new UsageError(`${path} cannot be read: there is no such file or folder.`);
    if (!found.isDirectory()) return [path];
    const inside = picturesIn(path);
    if (inside.length === 0) throw new UsageError(`There is no photo in the folder ${path}.`);
    return inside;
  });
  if (photos.filter((photo) => photo === STANDARD).length > 1) {
    throw new UsageError("Standard input (-) holds one photo and can be named once.");
  }
  return [...new Set(photos)];
}

/** Paths of the pictures in a folder, by name. Hidden ones, and what others are still writing, are left out. */
export function picturesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  // A GIF or WebP beside a photo of the same name is the clip that was made of it.
  const stems = new Set(files.filter((name) => !isMoving(name)).map((name) => parse(name).name));
  const isClip = (name: string): boolean => isMoving(name) && stems.has(parse(name).name);
  return files
    .filter((name) => PICTURES.test(name) && !OURS.test(name) && !name.startsWith(".") && !isClip(name))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => join(folder, name));
}

function isMoving(name: string): boolean {
  return /\.(?:gif|webp)$/i.test(name);
}
