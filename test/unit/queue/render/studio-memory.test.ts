import { expect, it } from "vitest";
import { type Order, photoThatSays } from "../../../support/fake-studio-work.ts";
import { type Description, openStudio } from "./open-studio.ts";

it("clips go to the process that remembers their photo, until it is forgotten", async () => {
  const studio = await openStudio({ renderers: 2 });
  const pidFor = async (id: string, order: Order) => {
    const { animated } = await studio.render({ id, photo: photoThatSays(order) });
    return (JSON.parse(animated[0]!.driver) as Description).pid;
  };
  const slow = pidFor("a", { act: "wait", milliseconds: 300 });
  const b = await pidFor("b", { act: "clip" });
  const a = await slow;
  expect(a).not.toBe(b);
  for (const [id, pid] of [
    ["b", b],
    ["a", a],
    ["b", b],
  ] as const)
    expect(await pidFor(id, { act: "clip" })).toBe(pid);
  studio.forget(["a"]);
  expect(await pidFor("a", { act: "clip" })).toBe(b);
});
