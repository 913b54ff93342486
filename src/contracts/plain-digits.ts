const DIGIT = /\p{Nd}/u;
const DIGITS = /\p{Nd}/gu;
const LAST = 9;

/**
 * The text with digits of any script as 0 to 9: keyboards write `٣٥`, `३५` and `３５` as well. In Unicode the ten digits
 * of a script stand side by side, zero first (the standard, 4.6).
 */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(DIGITS, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    let value = 0;
    while (value < LAST && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}
