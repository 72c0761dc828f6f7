import type { ComponentChildren } from "preact";
import { useSay } from "./say.ts";

interface TileProps {
  readonly title: string;
  readonly wide?: boolean;
  readonly children: ComponentChildren;
}

/** A part of the status page. `title` is the key of a text. */
export function Tile({ title, wide = false, children }: TileProps) {
  const say = useSay();
  return (
    <section class={wide ? "tile wide" : "tile"}>
      <h2>{say(title)}</h2>
      {children}
    </section>
  );
}

/** One line of a tile. `name` is the key of a text. */
export function Figure({ name, value }: { readonly name: string; readonly value: string | number }) {
  const say = useSay();
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{value}</dd>
    </div>
  );
}
