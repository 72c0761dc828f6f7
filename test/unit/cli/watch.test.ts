import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import type { Made } from "../../../src/cli/clip-maker.ts";
import { watchFolder } from "../../../src/cli/watch.ts";
import { UserError } from "../../../src/errors.ts";
import { recordedContext } from "../../support/command.ts";
import { temporaryFolder } from "../store/open-store.ts";

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});

const clips = (): string[] => readdirSync(join(folder, "clips")).sort();
const sheet = (bytes: Uint8Array): Made => ({ kind: "sheet", bytes, frames: 16 });

/** Watches the folder; between two looks the next of `meanwhile` happens, after the last the watch is interrupted. */
async function watch(meanwhile: readonly (() => void)[]): Promise<{ readonly made: string[]; readonly said: string }> {
  const interruption = new AbortController();
  const { context, stderr } = recordedContext(interruption.signal);
  const made: string[] = [];
  const happenings = [...meanwhile];
  const world = {
    open: () => ({
      make: async (photo: Uint8Array) => {
        const text = Buffer.from(photo).toString();
        made.push(text);
        if (text === "a cat") throw new UserError("noFace");
        return sheet(photo);
      },
      close: async () => undefined,
    }),
    pause: async (signal: AbortSignal) => {
      const next = happenings.shift();
      if (next === undefined) interruption.abort();
      else next();
      signal.throwIfAborted();
    },
  };
  await watchFolder(folder, { format: "gif" }, context, world);
  return { made, said: stderr() };
}
const put = (name: string, text: string) => (): void => writeFileSync(join(folder, name), text);
const nothing = (): void => undefined;

it("animates what is there and what comes, each once, and ends well when it is interrupted", async () => {
  put("anna.jpg", "anna")();
  const { made } = await watch([nothing, put("ben.jpg", "ben"), nothing, nothing]);
  expect(made).toEqual(["anna", "ben"]);
  expect(clips()).toEqual(["anna.gif", "ben.gif"]);
});

it("waits until a photo has been written to its end", async () => {
  const { made } = await watch([put("anna.jpg", "an"), put("anna.jpg", "anna"), nothing]);
  expect(made).toEqual(["anna"]);
});

it("tells once of a photo that cannot be animated, goes on, and tries it again when it has changed", async () => {
  put("cat.jpg", "a cat")();
  const after = [nothing, nothing, put("cat.jpg", "her owner"), nothing, nothing];
  const { made, said } = await watch(after);
  expect(made).toEqual(["a cat", "her owner"]);
  expect(said.match(/cat\.jpg: No face was found/g)).toHaveLength(1);
  expect(clips()).toEqual(["cat.gif"]);
});

it("makes a clip anew that somebody has deleted", async () => {
  put("anna.jpg", "anna")();
  const { made } = await watch([nothing, () => rmSync(join(folder, "clips/anna.gif")), nothing]);
  expect(made).toEqual(["anna", "anna"]);
});
