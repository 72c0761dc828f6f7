import { readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../src/errors.ts";

/**
 * Does some work with each video of a folder whose name contains one of some words (commas between them), or with every one without words. Those in which nothing
 * can be measured are told of and left out.
 */
export async function eachVideo(
  folder: string,
  only: string | undefined,
  work: (file: string, name: string) => Promise<void>,
): Promise<void> {
  const words = only?.split(",");
  for (const name of readdirSync(folder).sort()) {
    if (words !== undefined && !words.some((word) => name.includes(word))) continue;
    try {
      await work(join(folder, name), name);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`${name}: ${error.code}\n`);
    }
  }
}
