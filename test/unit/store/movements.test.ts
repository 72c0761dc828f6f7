import { expect, it } from "vitest";
import { openStore } from "./open-store.ts";

it("keeps twelve movements of a person, and no thirteenth", async () => {
  const { store } = await openStore();
  const movement = { seconds: 3, tracks: { headYaw: { fps: 25 as const, values: [0, 5, 0] } } };
  const came: string[] = [];
  for (let i = 10; i < 23; i++) {
    const gesture = `my-00000000000000${i}`;
    await store.movements.put({ gesture, owner: "telegram:1", movement });
    came.push(await store.movements.keep(gesture, "telegram:1", `Movement ${i}`));
  }
  expect(came).toEqual([...Array.from({ length: 12 }, () => "kept"), "full"]);
});
