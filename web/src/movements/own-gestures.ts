import type { Button } from "../../../src/bots/port/chat-port.ts";
import type { PageMovement } from "../../../src/bots/web/protocol.ts";

/** Whether a gesture is a movement of the visitor's own. */
export function isOwn(gesture: string): boolean {
  return gesture.startsWith("my-");
}

/** What a button like this one carries that asks for a movement of the visitor's own: the same but for the gesture's name. */
export function dataFor(own: string, { data, gesture = "" }: Button): string {
  return data.replace(`:${gesture}:`, `:${own}:`);
}

/** The gestures of a message, and those that the visitor keeps, under their own names. */
export function withOwn(buttons: readonly Button[], kept: readonly PageMovement[]): readonly Button[] {
  const [first] = buttons;
  if (first === undefined) return [];
  const named = buttons.map((button) => {
    const movement = kept.find(({ gesture }) => gesture === button.gesture);
    return movement === undefined ? button : { ...button, label: movement.title };
  });
  const others = kept.filter(({ gesture }) => !named.some((button) => button.gesture === gesture));
  return [...named, ...others.map(({ gesture, title }) => ({ label: title, gesture, data: dataFor(gesture, first) }))];
}
