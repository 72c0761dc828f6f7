import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { startProgress } from "../../../src/cli/progress.ts";

/** Standard error as a terminal, or as a pipe, and what was written to it. */
function output(isTTY: boolean): { stream: NodeJS.WriteStream; text: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80, cursorTo: () => true, clearLine: () => true });
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => String(stream.read() ?? "") };
}

describe("the progress bar", () => {
  it("is drawn on a terminal, with what is being done", async () => {
    const { stream, text } = output(true);
    const progress = startProgress(stream);
    progress.update("render", 0.42);
    await new Promise((resolve) => setTimeout(resolve, 200));
    progress.stop();
    expect(text()).toMatch(/42 % {2}drawing the frames/);
  });

  it("is not drawn in a pipe", async () => {
    const { stream, text } = output(false);
    const progress = startProgress(stream);
    progress.update("render", 0.42);
    await new Promise((resolve) => setTimeout(resolve, 200));
    progress.stop();
    expect(text()).toBe("");
  });
});
