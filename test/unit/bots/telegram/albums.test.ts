import { expect, it } from "vitest";
import type { ChatEvent } from "../../../../src/bots/port/chat-event.ts";
import { AlbumMemory } from "../../../../src/bots/telegram/albums.ts";
import { FakeClock } from "../../../support/fake-clock.ts";

const MINUTE = 60_000;

function photo(id: string): ChatEvent {
  const chat = { platform: "telegram", id: "-1", group: true };
  return { id, chat, from: { id: "7" }, kind: "photo", photo: { file: { id, unique: id }, message: id } };
}

it("photos that nobody asked about are held back for ten minutes, and then forgotten", async () => {
  const clock = new FakeClock();
  const albums = new AlbumMemory(clock);
  const asked = { events: [photo("2")], addressedAlbum: "a" };
  expect(albums.release({ events: [], heldBack: { album: "a", event: photo("1") } })).toEqual([]);
  await clock.advance(9 * MINUTE);
  expect(albums.release(asked).map(({ id }) => id)).toEqual(["1", "2"]);
  expect(albums.release({ events: [], heldBack: { album: "b", event: photo("3") } })).toEqual([]);
  await clock.advance(11 * MINUTE);
  expect(albums.release({ ...asked, addressedAlbum: "b" }).map(({ id }) => id)).toEqual(["2"]);
});
