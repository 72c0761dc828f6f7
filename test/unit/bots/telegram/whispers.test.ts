import { describe, expect, it } from "vitest";
import { newGroup } from "../../../support/fake-telegram/client.ts";
import { type RigOptions, startRig } from "../../../support/fake-telegram/rig.ts";

async function twoInAGroup(options: RigOptions = {}) {
  const rig = await startRig(options);
  const group = newGroup();
  return { ...rig, anna: rig.user().in(group), boris: rig.user().in(group) };
}

describe("in a group, what concerns one person", () => {
  it.each([
    ["/help", /reply to a photo with \/animate/i],
    ["/privacy", /^What is kept/],
    ["/animate", /^Reply to a photo with \/animate/],
    ["/report", /^To report a clip/],
  ])("%s is seen by nobody else", async (command, answer) => {
    const { anna, boris } = await twoInAGroup();
    anna.says(command);
    await anna.nextText(answer);
    expect(boris.seen()).toEqual([]);
  });

  it("is seen by all where the server is too old to know better", async () => {
    const { anna, boris } = await twoInAGroup({ oldServer: true });
    anna.says("/privacy");
    await boris.nextText(/^What is kept/);
  });

  it("is said to all where it comes too late, and the next to one again", async () => {
    const { anna, boris, script } = await twoInAGroup();
    script.fail("sendMessage", { kind: "refuse", status: 400, description: "Bad Request: too late to do that" });
    anna.says("/privacy");
    await boris.nextText(/^What is kept/);
    anna.says("/help");
    await anna.nextText(/Send a photo/);
    expect(boris.seen()).toHaveLength(1);
  });

  it("is said to all from the first refusal on", async () => {
    const { anna, boris, script, telegram } = await twoInAGroup();
    script.fail("sendMessage", { kind: "refuse", status: 400, description: "Bad Request: not here" });
    for (const command of ["/privacy", "/help"]) {
      anna.says(command);
      await anna.nextText(/What is kept|Send a photo/);
    }
    expect(boris.seen()).toHaveLength(2);
    const asked = telegram.calls("sendMessage").filter(({ params }) => "ephemeral_message_parameters" in params);
    expect(asked).toHaveLength(1);
  });
});
