import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["KEEPSAKE_PHOTOS"] ?? join(import.meta.dirname, "../../../shared/photos");

/** Path of a picture in the shared collection of test photos, or null where the collection is not at hand. */
export function sharedPhoto(name: string): string | null {
  const path = join(folder, name);
  return existsSync(path) ? path : null;
}

/** The example that comes with Keepsake: one face. */
export const PORTRAIT = join(import.meta.dirname, "../../examples/portrait.jpg");
