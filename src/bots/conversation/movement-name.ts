/** A movement's name has room on a button: so many letters. */
export const LONGEST_NAME = 20;

/** What somebody wrote as the name of a movement, as a button can say it; null for nothing. */
export function movementName(words = ""): string | null {
  const name = words.replaceAll(/[\p{C}\s]+/gu, " ").trim();
  return name === "" ? null : Array.from(name).slice(0, LONGEST_NAME).join("").trim();
}
