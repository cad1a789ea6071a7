const letter = /[\p{L}\p{M}]/u;

/** Whether a code unit is an ASCII letter. */
export const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Whether a code unit is an ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a code unit is a letter of any script. */
export const isLetter = (code: number): boolean =>
  isAsciiLetter(code) || (code > 0xa9 && letter.test(String.fromCharCode(code)));
