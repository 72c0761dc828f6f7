/** Words that are wider than so many letters are written smaller, so that they need not be broken. */
const LONG = 8;
/** Letters from here on, such as Chinese and Japanese ones, are as wide as two. */
const WIDE = "\u2e80";

interface ChipWordProps {
  readonly word: string;
  /** Written smaller in any case: people's own names are not measured. */
  readonly small?: boolean;
}

/** What stands under the picture of a chip. */
export function ChipWord({ word, small = false }: ChipWordProps) {
  const isLong = small || word.split(/[\s·-]+/).some((part) => widthOf(part) > LONG);
  return <span class={isLong ? "chip-word long" : "chip-word"}>{word}</span>;
}

function widthOf(word: string): number {
  return Array.from(word).reduce((sum, letter) => sum + (letter >= WIDE ? 2 : 1), 0);
}
