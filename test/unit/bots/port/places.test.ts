import { expect, it } from "vitest";
import { Places } from "../../../../src/bots/port/places.ts";

it("go round: who takes many waits behind those who come later for their first", async () => {
  const places = new Places({ all: 3, each: 2 });
  const order: string[] = [];
  const take = async (who: string, name: string) => {
    const leave = await places.take(who);
    order.push(name);
    return leave;
  };
  const [first] = [await take("anna", "anna 1"), await take("anna", "anna 2")];
  const third = take("anna", "anna 3");
  expect(places.waiting("anna")).toBe(1);
  expect(places.isCrowded("anna", { all: 9, each: 1 })).toBe(true);
  expect(places.isCrowded("anna", { all: 9, each: 2 })).toBe(false);
  expect(places.isCrowded("boris", { all: 1, each: 1 })).toBe(false);
  await take("boris", "boris 1");
  expect(places.isFree("carla")).toBe(false);
  expect(order).toEqual(["anna 1", "anna 2", "boris 1"]);
  first();
  first();
  await third;
  expect(order.at(-1)).toBe("anna 3");
  expect(places.waiting()).toBe(0);
});
