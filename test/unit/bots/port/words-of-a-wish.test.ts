import { expect, it } from "vitest";
import { wishOfWords } from "../../../../src/bots/port/words-of-a-wish.ts";

it.each([
  ["", {}],
  ["smile", { gesture: "smile" }],
  ["2", { face: 2 }],
  ["smile 2", { gesture: "smile", face: 2 }],
  ["2 Smile", { gesture: "smile", face: 2 }],
  ["nod2 3", { gesture: "nod2", face: 3 }],
  ["look-over-the-shoulder", { gesture: "look-over-the-shoulder" }],
  ["0", {}],
  ["2nd please!", {}],
])("/animate %s", (words, wish) => {
  expect(wishOfWords(words.split(" "))).toEqual(wish);
});
