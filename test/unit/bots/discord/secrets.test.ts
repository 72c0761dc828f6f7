import { expect, it } from "vitest";
import { z } from "zod";
import { startRig } from "../../../support/fake-discord/rig.ts";
import { TOKEN } from "../../../support/fake-discord/world.ts";
import { newPicture } from "../../../support/fake-telegram/rig.ts";

const row = z.record(z.string(), z.unknown());
const named = z.object({ name: z.string() });

it("neither the log nor the records, even decrypted, hold a token", async () => {
  const { person, world, script, renderer, store, logged } = await startRig();
  const channel = person().in(world.channel());
  renderer.hold();
  script.fail("editReply", { kind: "html", status: 502 }, 3);
  await channel.animates(await newPicture());
  const status = await channel.nextText(/^Making the clip/);
  const tables = store.records.all(named, "SELECT name FROM sqlite_master WHERE type = 'table'");
  const kept = tables.map(({ name }) => JSON.stringify(store.records.all(row, `SELECT * FROM "${name}"`))).join();
  renderer.failures.push(new Error("a bug"));
  renderer.release();
  await channel.becomes(status, "an apology", ({ text }) => text.startsWith("Something went wrong here"));
  const tokens = [TOKEN, ...[...world.interactions.values()].map(({ token }) => token)];
  expect(tokens).toHaveLength(2);
  expect(kept).toContain("dc-");
  for (const token of tokens) expect(kept).not.toContain(token);
  for (const token of tokens) expect(logged.join("")).not.toContain(token);
  expect(logged.join("")).not.toContain("photo.jpg");
});
