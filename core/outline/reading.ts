import { codeAt, isSpace } from "./characters.ts";
import { type Inline, inline, plainInline } from "./inline.ts";
import { hasDoneMark, isPlaceholder } from "./section-words.ts";
import { durationSign, gapSign, markSign, signsOf, wideSign } from "./signs.ts";
import type { PhraseTime } from "./time-phrase.ts";
import { looseKey, tidyTitle, titleKey } from "./title.ts";
import { hasWorkKind } from "./work-kinds.ts";
import { type Split, splitTimes } from "./written.ts";

const lower = /^\p{Ll}/u;
const camel = /^\p{Ll}\p{Lu}/u;

const startsSmall = (title: string): boolean => {
  const first = codeAt(title, 0);
  if (first > 127) return lower.test(title) && !camel.test(title);
  if (first < 97 || first > 122) return false;
  const second = codeAt(title, 1);
  return second > 127 ? !camel.test(title) : !(second >= 65 && second <= 90);
};

const isSentence = (title: string): boolean => {
  if (title.length > 130) return true;
  let words = 1;
  for (let i = 0; i < title.length; i++) if (codeAt(title, i) === 32) words++;
  if (words > 16) return true;
  return words > 3 && startsSmall(title);
};

/** Whether a full stop or a semicolon ends the text. */
const isStopped = (text: string): boolean => {
  let at = text.length - 1;
  while (at >= 0 && isSpace(codeAt(text, at))) at--;
  const code = at < 0 ? 0 : codeAt(text, at);
  return code === 46 || code === 59 || code === 0x3002;
};

const struckOut = /^(?:\[.\]\s+)?~~(.+?)~~\s+\S/;

const styles = ["0", "0L", "1", "1L", "2", "2L", "3", "3L"] as const;

/** What one line says on its own, whatever stands around it. Each answer is worked out when first asked for. */
export class Reading {
  /** The line's content as it stands in the note. */
  readonly content: string;
  private knownInline: Inline | null = null;
  private knownSplit: Split | null = null;
  private knownTitle: string | null = null;
  private knownKey: string | null = null;
  private knownSentence: boolean | null = null;
  private readonly signs: number;

  /** `signs` is what a look at the content found (signs.ts). */
  constructor(content: string, signs: number = signsOf(content, 0, content.length)) {
    this.content = content;
    this.signs = signs;
  }

  get inline(): Inline {
    this.knownInline ??= (this.signs & markSign) === 0 ? plainInline(this.content) : inline(this.content);
    return this.knownInline;
  }

  get split(): Split {
    this.knownSplit ??= splitTimes(this.inline, (this.signs & durationSign) !== 0, (this.signs & markSign) === 0);
    return this.knownSplit;
  }

  get times(): readonly PhraseTime[] {
    return this.split.times;
  }

  /** What the line names; empty where it says nothing but a time. */
  get title(): string {
    this.knownTitle ??= this.named();
    return this.knownTitle;
  }

  /** The title as two writers would agree on it, without the kind of work in front. */
  get key(): string {
    this.knownKey ??= looseKey(titleKey(this.title));
    return this.knownKey;
  }

  private named(): string {
    const { inline: line, split } = this;
    const { plain } = line;
    const whole = split.from === 0 && split.to === plain.length ? plain : plain.slice(split.from, split.to);
    const flat = (this.signs & (markSign | wideSign | gapSign)) === 0;
    const title = tidyTitle(split.rest === "" ? whole : `${whole} ${split.rest}`, flat);
    if (split.times.length > 0) return title;
    if (title === "" && line.urls[0] !== undefined) return line.urls[0];
    // What stands behind a name that is struck out says why.
    const struck = line.struck ? struckOut.exec(this.content)?.[1] : undefined;
    if (struck !== undefined) return tidyTitle(inline(struck).plain);
    if ((line.strong > 0 || line.linked) && plain.length > 63) {
      // A dressed name with a sentence behind it: the name is the title.
      const close = line.edges.find((edge) => edge > 2 && plain.slice(0, edge).trim().length > 2);
      if (close !== undefined && close < 100 && plain.slice(close).trim().length > 60)
        return tidyTitle(plain.slice(0, close));
    }
    return title;
  }

  /** How the line is dressed: number of `*` or `_`, and whether it starts with a link. */
  get style(): string {
    const { strong, linked } = this.inline;
    return styles[2 * Math.min(3, strong) + (linked ? 1 : 0)] as string;
  }

  /** Whether the line is a link and little else. */
  get linked(): boolean {
    const link = this.inline.links[0];
    return this.inline.linked && link !== undefined && link.to - link.from >= 0.6 * this.title.length;
  }

  /** Whether the line opens with a kind of work, such as "Video:". */
  get kind(): boolean {
    const { plain } = this.inline;
    return hasWorkKind(plain, this.split.from, plain.length);
  }

  get sentence(): boolean {
    this.knownSentence ??= this.isSentence();
    return this.knownSentence;
  }

  private isSentence(): boolean {
    const { title } = this;
    if (isSentence(title)) return true;
    return this.times.length === 0 && isStopped(this.inline.plain) && title.split(" ").length > 4;
  }

  get placeholder(): boolean {
    return isPlaceholder(this.inline.plain);
  }

  get done(): boolean {
    return this.split.done || this.inline.box === "x" || this.inline.struck || hasDoneMark(this.inline.plain);
  }
}
