import { expect, it } from "vitest";
import { videoArguments } from "../../../../src/pipeline/video/ffmpeg-read.ts";

it("winds no video to its beginning: one that was cut off has no index for that", () => {
  expect(videoArguments("film.mkv", { from: 0, to: 8 })).not.toContain("-ss");
  expect(videoArguments("film.mkv", { from: 2, to: 8 }).join(" ")).toContain("-ss 2");
});
