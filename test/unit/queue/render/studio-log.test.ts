import { pino } from "pino";
import { expect, it } from "vitest";
import { photoThatSays } from "../../../support/fake-studio-work.ts";
import { openStudio } from "./open-studio.ts";

it("a LocalStudio tells people in a word what is wrong with a photo, and the log what a library said of it", async () => {
  const lines: string[] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => lines.push(line) });
  const studio = await openStudio({ log });
  await expect(studio.look(photoThatSays({ act: "userError" }))).rejects.toMatchObject({
    code: "faceTooSmall",
    params: { pixels: 9 },
  });
  expect(lines.join("")).toMatch(/A photo was refused/);
  expect(lines.join("")).toMatch(/the file ends in its middle/);
});
