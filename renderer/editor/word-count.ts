import { type ChangeSet, type EditorState, StateField, type Text } from "@codemirror/state";

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces: each character counts as a word, as word processors do it. */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const none = 0;
const part = 1;
const whole = 2;
/** Kind of each ASCII character; everything else is looked up and kept. */
const kinds = new Map<number, number>();

function kindOf(code: number): number {
  if (code < 128) {
    const isWord = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    return isWord ? part : none;
  }
  let kind = kinds.get(code);
  if (kind === undefined) {
    const character = String.fromCodePoint(code);
    kind = ideograph.test(character) ? whole : wordCharacter.test(character) ? part : none;
    kinds.set(code, kind);
  }
  return kind;
}

const apostrophe = 39;
const typographicApostrophe = 0x2019;

/** Words in a piece of text; an apostrophe inside a word ("it's") doesn't end it. `inWord`: the piece goes on with a word. */
function countIn(text: string, inWord: boolean): { words: number; inWord: boolean } {
  let words = 0;
  let inside = inWord;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const code = unit >= 0xd800 && unit < 0xdc00 ? (text.codePointAt(index) ?? unit) : unit;
    if (code > 0xffff) index++;
    if (inside && (code === apostrophe || code === typographicApostrophe)) continue;
    const kind = kindOf(code);
    if (kind === whole || (kind === part && !inside)) words++;
    inside = kind === part;
  }
  return { words, inWord: inside };
}

/** Words between two offsets of a text. */
export function countWords(doc: Text, from = 0, to = doc.length): number {
  let words = 0;
  let inWord = false;
  for (const iterator = doc.iterRange(from, to); !iterator.next().done; ) {
    const piece = countIn(iterator.value, inWord);
    words += piece.words;
    inWord = piece.inWord;
  }
  return words;
}

/** Characters read on each side of a change; enough to know whether it stands inside a word. */
const around = 64;

/** How much the count differs after a change. Reads what changed and `around`, however long the note and its lines are. */
function difference(changes: ChangeSet, before: Text, after: Text): number {
  let sum = 0;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    const ahead = Math.min(around, fromA);
    const behind = Math.min(around, before.length - toA);
    sum += countWords(after, fromB - ahead, toB + behind) - countWords(before, fromA - ahead, toA + behind);
  });
  return sum;
}

/** The words of one text, counted when first asked for. */
interface Count {
  words: number | null;
}

const countField = StateField.define<Count>({
  create: () => ({ words: null }),
  update(count, transaction) {
    if (!transaction.docChanged) return count;
    if (count.words === null) return { words: null };
    return { words: count.words + difference(transaction.changes, transaction.startState.doc, transaction.newDoc) };
  },
});

/** Keeps the number of words: the first question reads the whole note, typing afterwards only what changed. */
export const wordCounter = countField;

/** Words in the whole note. */
export function noteWords(state: EditorState): number {
  const count = state.field(countField);
  count.words ??= countWords(state.doc);
  return count.words;
}

/** Words in what is selected. */
export function selectedWords(state: EditorState): number {
  const { ranges } = state.selection;
  if (ranges.length === 1 && ranges[0]?.from === 0 && ranges[0].to === state.doc.length) return noteWords(state);
  return ranges.reduce((sum, range) => sum + countWords(state.doc, range.from, range.to), 0);
}
