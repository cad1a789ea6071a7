const letter = /[\p{L}\p{M}]/u;
const letterOrNumber = /[\p{L}\p{N}]/u;
const space = /\s/;

/**
 * `text.charCodeAt(at)`. Called as a function, since text comes in many inner shapes (whole, cut out, put together), and
 * looking up the method anew for each of them took a tenth of all time.
 */
export const codeAt: (text: string, at: number) => number = Function.prototype.call.bind(String.prototype.charCodeAt);

/** Whether a code unit is an ASCII letter. */
export const isAsciiLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Whether a code unit is an ASCII digit. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether a code unit is white space, as `\s` has it. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code > 0x9f && space.test(String.fromCharCode(code)));

/** Whether a code unit is a letter of any script. */
export const isLetter = (code: number): boolean =>
  isAsciiLetter(code) || (code > 0xa9 && letter.test(String.fromCharCode(code)));

/** Whether a code unit is a letter or a number of any script, marks above letters aside. */
export const isLetterOrNumber = (code: number): boolean =>
  isAsciiLetter(code) || isDigit(code) || (code > 0xa9 && letterOrNumber.test(String.fromCharCode(code)));

/** Whether a text holds nothing but ASCII. */
export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (codeAt(text, i) > 127) return false;
  return true;
};
