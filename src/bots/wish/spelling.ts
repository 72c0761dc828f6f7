/** Words of fewer letters must be spelled right, but for two neighbours that changed places. */
const SHORT = 5;
/** Words of at least so many letters may have two mistakes. */
const LONG = 9;

/**
 * Whether somebody who wrote `written` may have meant `word`: a letter too many, too few, another one, or two neighbours that
 * changed places. The first letter is hardly ever wrong, and tells `wink` from `link`.
 */
export function isSpelledLike(written: string, word: string): boolean {
  if (written === word) return true;
  if (written[0] !== word[0] || Math.min(written.length, word.length) < SHORT - 1) return false;
  if (word.length < SHORT) return isSwapped(written, word);
  const most = word.length < LONG ? 1 : 2;
  return Math.abs(written.length - word.length) <= most && mistakesIn(written, word) <= most;
}

function isSwapped(written: string, word: string): boolean {
  return written.length === word.length && mistakesIn(written, word) === 1 && sorted(written) === sorted(word);
}

function sorted(word: string): string {
  return word.split("").sort().join("");
}

/** How many letters were added, left out, exchanged, or swapped with their neighbour. */
function mistakesIn(written: string, word: string): number {
  const rows: number[][] = [Array.from({ length: word.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= written.length; i++) {
    const row = [i];
    for (let j = 1; j <= word.length; j++) {
      const at = (up: number, left: number): number => (up === 0 ? row : rows[i - up])?.[j - left] ?? 0;
      const same = written[i - 1] === word[j - 1];
      const swapped = i > 1 && j > 1 && written[i - 1] === word[j - 2] && written[i - 2] === word[j - 1];
      row.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + (same ? 0 : 1), swapped ? at(2, 2) + 1 : Infinity));
    }
    rows.push(row);
  }
  return rows[written.length]?.[word.length] ?? 0;
}
