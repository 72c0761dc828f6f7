/** Letters that need no blank between words. */
const CLOSE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}々ー]/gu;

/**
 * The words of a text, without what people leave out on a phone: capitals, accents, signs. Where words stand close to each other,
 * as in Chinese, each letter is one.
 */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/(\p{sc=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .replaceAll("ё", "е")
    .replaceAll("ß", "ss")
    .replaceAll("œ", "oe")
    // “smiiiile”
    .replaceAll(/(\p{sc=Latin}|\p{sc=Cyrillic})\1{2,}/gu, "$1");
  return plain.replaceAll(CLOSE, " $& ").match(/\p{N}+|\p{L}[\p{L}\p{N}]*/gu) ?? [];
}
