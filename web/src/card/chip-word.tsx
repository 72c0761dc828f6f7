/** Words with more letters than this are written smaller, so that they need not be broken. */
const LONG = 8;

/** What stands under the picture of a chip. */
export function ChipWord({ word }: { readonly word: string }) {
  const isLong = word.split(/[\s·-]+/).some(({ length }) => length > LONG);
  return <span class={isLong ? "chip-word long" : "chip-word"}>{word}</span>;
}
