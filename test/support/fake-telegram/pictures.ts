import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** A picture to send: a path, or bytes with a name. */
export type Picture = string | { readonly bytes: Uint8Array; readonly name: string };

export function load(picture: Picture): { readonly bytes: Uint8Array; readonly name: string } {
  if (typeof picture !== "string") return picture;
  return { bytes: readFileSync(picture), name: basename(picture).replace(/[^\w.-]/g, "_") };
}
