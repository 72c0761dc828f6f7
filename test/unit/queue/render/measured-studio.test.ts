import { pino } from "pino";
import { expect, it, vi } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import type { Clip } from "../../../../src/pipeline/request.ts";
import type { Sticker } from "../../../../src/pipeline/sticker/sticker.ts";
import type { Marks } from "../../../../src/pipeline/verify/marks.ts";
import type { ExportedClip } from "../../../../src/pipeline/video/export.ts";
import type { Look, Rendered } from "../../../../src/queue/contract/studio.ts";
import { measuredStudio } from "../../../../src/queue/render/measured-studio.ts";
import { madeUpSong } from "../../../support/made-up-song.ts";

it("costs no clip, and hides no error, when a measurement cannot be written", async () => {
  const log = pino({ level: "silent" });
  const error = vi.spyOn(log, "error");
  const full = () => {
    throw new Error("SQLITE_FULL: database or disk is full");
  };
  const rendered = { timings: { total: 1 } } as unknown as Rendered;
  const look = async () => Promise.resolve({} as Look);
  const convert = async () => Promise.resolve({} as ExportedClip);
  const sticker = async () => Promise.resolve({} as Sticker);
  const reel = async () => Promise.resolve({} as Clip);
  const products = async () => Promise.resolve([]);
  const verify = async () => Promise.resolve({} as Marks);
  const measure = async () => Promise.resolve({ seconds: 3, tracks: {} });
  const listen = async () => Promise.resolve(madeUpSong(new Uint8Array(0)));
  const close = async () => Promise.resolve();
  const forget = () => undefined;
  const good = measuredStudio(
    {
      render: async () => Promise.resolve(rendered),
      look,
      convert,
      sticker,
      reel,
      verify,
      measure,
      listen,
      products,
      forget,
      close,
    },
    full,
    log,
  );
  expect(await good.render({ photo: new Uint8Array() }, {})).toBe(rendered);
  const bad = measuredStudio(
    {
      render: async () => Promise.reject(new UserError("noFace")),
      look,
      convert,
      sticker,
      verify,
      measure,
      listen,
      reel,
      products,
      forget,
      close,
    },
    full,
    log,
  );
  await expect(bad.render({ photo: new Uint8Array() }, {})).rejects.toThrow("noFace");
  expect(error).toHaveBeenCalledTimes(2);
});
