import { expect, it } from "vitest";
import { headTurn } from "../../support/head-turn.ts";
import { openStore } from "./open-store.ts";

it("keeps twelve movements of a person, and no thirteenth", async () => {
  const { store } = await openStore();
  const came: string[] = [];
  for (let i = 10; i < 23; i++) {
    const gesture = `my-00000000000000${i}`;
    await store.movements.put({ gesture, owner: "telegram:1", movement: headTurn() });
    came.push(await store.movements.keep(gesture, "telegram:1", `Movement ${i}`));
  }
  expect(came).toEqual([...Array.from({ length: 12 }, () => "kept"), "full"]);
});
