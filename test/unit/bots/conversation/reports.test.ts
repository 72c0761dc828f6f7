import { expect, it, vi } from "vitest";
import { Reports } from "../../../../src/bots/conversation/reports.ts";
import { ANNA, BORIS, commandEvent, openSlate } from "../../../support/slate.ts";

const MINUTE = 60_000;

function openReports() {
  const clock = { now: 0 };
  return { clock, reports: new Reports(() => clock.now) };
}

it("one of a message is enough for each person, and another person's counts as well", () => {
  const { reports, clock } = openReports();
  expect(reports.take("anna", "5")).toEqual({ kind: "taken" });
  expect(reports.take("anna", "5")).toEqual({ kind: "again" });
  expect(reports.take("boris", "5")).toEqual({ kind: "taken" });
  clock.now = 25 * 60 * MINUTE;
  expect(reports.take("anna", "5")).toEqual({ kind: "taken" });
});

it("a person has five an hour, everybody together thirty", () => {
  const { reports, clock } = openReports();
  for (let n = 0; n < 5; n += 1) expect(reports.take("eve", `${n}`)).toEqual({ kind: "taken" });
  expect(reports.take("eve", "5")).toEqual({ kind: "enough", minutes: 60 });
  for (let n = 0; n < 25; n += 1) expect(reports.take(`person ${n}`, "5")).toEqual({ kind: "taken" });
  clock.now = 10 * MINUTE;
  expect(reports.take("anna", "7")).toEqual({ kind: "enough", minutes: 50 });
  clock.now = 60 * MINUTE;
  expect(reports.take("anna", "7")).toEqual({ kind: "taken" });
});

it("/forget makes no room for more", () => {
  const { reports } = openReports();
  for (let n = 0; n < 30; n += 1) {
    expect(reports.take("eve", "5")).toEqual({ kind: "taken" });
    reports.forget("eve");
  }
  expect(reports.take("eve", "5").kind).toBe("enough");
});

it("in a chat, further ones are answered kindly and reach no operator", async () => {
  const { port, conversation } = await openSlate({ admins: ["slate:@ruth:home"] });
  for (const [person, about] of [
    [ANNA, "4"],
    [ANNA, "4"],
    [BORIS, "4"],
    [BORIS, "5"],
    [BORIS, "6"],
    [BORIS, "7"],
    [BORIS, "8"],
    [BORIS, "9"],
  ] as const) {
    const before = port.texts.size;
    await conversation.handle(commandEvent(person, "report", about));
    await vi.waitFor(() => expect(port.texts.size).toBeGreaterThan(before), 10_000);
    await vi.waitFor(() => expect(port.told.at(-1)).toBe("living-room"), 10_000);
  }
  expect(port.told.filter((chat) => chat === "@ruth:home")).toHaveLength(6);
  const said = [...port.texts.values()].join();
  expect(said).toContain("You have reported this clip already");
  expect(said).toContain("Please try again in 60 minutes");
});
