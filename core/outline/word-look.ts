import { codeAt, isAsciiLetter } from "./characters.ts";

/** Five bits of a letter; 0 for any other character. */
const bits = (code: number): number => (isAsciiLetter(code) ? code & 31 : 0);

/**
 * A cheap look for words: tells by the first three letters whether one of them may start somewhere, so that few words
 * are cut out and looked up. Answers yes for everything beyond ASCII, never no for a word that is among them.
 */
export class WordLook {
  private readonly starts = new Uint8Array(1 << 15);

  constructor(words: Iterable<string>) {
    for (const word of words) this.starts[this.slot(word, 0)] = 1;
  }

  private slot(text: string, at: number): number {
    const first = bits(codeAt(text, at));
    if (first === 0) return 0;
    const second = bits(codeAt(text, at + 1));
    return second === 0 ? first << 10 : (first << 10) | (second << 5) | bits(codeAt(text, at + 2));
  }

  /** Whether one of the words may start at `at`. */
  mayStart(text: string, at: number): boolean {
    const slot = this.slot(text, at);
    if (this.starts[slot] !== 0) return true;
    return (
      codeAt(text, at) > 127 ||
      ((slot & 1023) === 0 && codeAt(text, at + 1) > 127) ||
      ((slot & 31) === 0 && codeAt(text, at + 2) > 127)
    );
  }
}
