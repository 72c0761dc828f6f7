/** A part of a whole as a length in CSS. */
export function percent(part: number, whole = 1): string {
  return `${(100 * part) / whole}%`;
}
