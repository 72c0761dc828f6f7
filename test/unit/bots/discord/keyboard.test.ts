import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { dataOf, layOut } from "../../../../src/bots/discord/keyboard.ts";
import type { ButtonGroup } from "../../../../src/bots/port/chat-port.ts";

const untitled = (kind: ButtonGroup["kind"], count: number, current = 0): ButtonGroup => ({
  kind,
  buttons: Array.from({ length: count }, (_, i) => ({
    label: `${kind} ${i}`,
    data: `${kind}:${i}`,
    current: i === current,
  })),
});

const group = (kind: ButtonGroup["kind"], count: number, current = 0): ButtonGroup => ({
  ...untitled(kind, count, current),
  title: `Choose ${kind}`,
});

describe("the buttons of a message", () => {
  it("stand in rows of five, actions next to each other in one", () => {
    const rows = layOut([
      untitled("faces", 3),
      untitled("gestures", 12),
      untitled("actions", 2, -1),
      untitled("actions", 2, -1),
    ]);
    expect(rows.map(({ components }) => components.length)).toEqual([3, 5, 5, 2, 4]);
    expect(rows[0]?.components[0]).toMatchObject({ style: ButtonStyle.Primary, label: "faces 0" });
  });

  it("become lists where their group has a title, which stands in its place until something is chosen", () => {
    const rows = layOut([group("faces", 2, -1), group("gestures", 12, 4), untitled("actions", 4, -1)]);
    expect(rows.map(({ components }) => components.length)).toEqual([1, 1, 4]);
    expect(rows[0]?.components[0]).toMatchObject({ placeholder: "Choose faces" });
    expect(rows[1]?.components[0]).toMatchObject({
      type: ComponentType.StringSelect,
      placeholder: "Choose gestures",
      options: expect.arrayContaining([expect.objectContaining({ value: "gestures:4", default: true })]) as unknown,
    });
  });

  it("become a list also where there are too many, the largest group first", () => {
    const rows = layOut([untitled("faces", 10, 3), untitled("gestures", 16, 4), untitled("actions", 4, -1)]);
    expect(rows.map(({ components }) => components.length)).toEqual([5, 5, 1, 4]);
    expect(rows[2]?.components[0]).toMatchObject({ type: ComponentType.StringSelect });
  });

  it("never have the same id twice, and carry what they should all the same", () => {
    const same = { label: "Same", data: "m:x" };
    const [row] = layOut([{ kind: "actions", buttons: [same, same, same] }]);
    const ids = row?.components.flatMap((one) => ("custom_id" in one ? [one.custom_id] : [])) ?? [];
    expect(new Set(ids).size).toBe(3);
    expect(ids.map(dataOf)).toEqual(["m:x", "m:x", "m:x"]);
  });

  it("fit whatever there is into five rows", () => {
    for (const [faces, gestures] of [
      [0, 25],
      [10, 25],
      [10, 1],
      [25, 25],
    ] as const) {
      const rows = layOut([untitled("faces", faces), untitled("gestures", gestures), untitled("actions", 4, -1)]);
      expect(rows.length).toBeLessThanOrEqual(5);
    }
  });
});
