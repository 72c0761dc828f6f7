import type { Button } from "../../../src/bots/port/chat-port.ts";
import type { PageMovement } from "../../../src/bots/web/protocol.ts";

/** Whether a gesture is a movement of the visitor's own. */
export function isOwn(gesture: string): boolean {
  return gesture.startsWith("my-");
}

/** A button like this one that asks for a movement of the visitor's own: it carries the same but for the gesture's name. */
export function asking({ data, gesture = "" }: Button, movement: PageMovement): Button {
  return {
    label: movement.title,
    gesture: movement.gesture,
    data: data.replace(`:${gesture}:`, `:${movement.gesture}:`),
  };
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
  return [...named, ...others.map((movement) => asking(first, movement))];
}
