import { pino } from "pino";
import { expect, it } from "vitest";
import { Loops } from "../../../../src/bots/conversation/loops.ts";
import type { ClipRecord } from "../../../../src/store/record-types.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

const SIZE = { width: 400, height: 400 };
const SHAPE = { format: "webp", longSide: 400, fps: 20 } as const;

/** Loops that are made at once, the photo of clip `c1` being `p1`, and so on. */
function openLoops() {
  const clock = new FakeClock();
  let remove: (photos: readonly string[]) => void = () => undefined;
  let made = 0;
  const photos = {
    onRemoved: (told: typeof remove) => {
      remove = told;
    },
  };
  const convert = async () => Promise.resolve({ ...SHAPE, ...SIZE, bytes: Buffer.from(`loop ${++made}`) });
  const studio = { convert, products: async () => Promise.resolve(["webp"] as const) };
  const loops = new Loops({ clock, log: pino({ level: "silent" }), store: { photos }, studio });
  const of = async (n: number) => {
    const clip = { id: `c${n}`, photo: `p${n}`, width: 720, height: 720, fps: 25, maxBytes: null };
    return Buffer.from((await loops.of(clip as ClipRecord, Buffer.from("mp4"), SHAPE)) ?? []).toString();
  };
  return { clock, of, remove: (photo: string) => remove([photo]) };
}

it("a loop is made once for whoever goes back and forth, and kept for ten minutes", async () => {
  const { of, clock } = openLoops();
  expect([await of(1), await of(2), await of(1)]).toEqual(["loop 1", "loop 2", "loop 1"]);
  await clock.advance(10 * 60_000);
  expect(await of(1)).toBe("loop 3");
});

it("nothing holds on to the loop of a photo that was deleted, not even a timer", async () => {
  const { of, clock, remove } = openLoops();
  await of(1);
  expect(clock.waiting).toBe(1);
  remove("p1");
  expect(clock.waiting).toBe(0);
  expect(await of(1)).toBe("loop 2");
});

it("the oldest of many is let go, with its timer", async () => {
  const { of, clock } = openLoops();
  for (let n = 1; n <= 20; n += 1) await of(n);
  expect(clock.waiting).toBe(16);
  expect(await of(20)).toBe("loop 20");
  expect(await of(1)).toBe("loop 21");
});
