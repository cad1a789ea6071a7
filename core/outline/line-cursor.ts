const TAB = 9;
const SPACE = 32;

/**
 * A place in a line, counted in columns too, where a tab reaches to the next multiple of four (CommonMark 0.31.2,
 * section 2.2).
 */
export class LineCursor {
  protected readonly text: string;
  /** Offset in the text; `column` is where it stands in the line, less what is left of a tab used up in part. */
  protected at = 0;
  protected column = 0;
  private tabLeft = 0;
  /** The next character that is no white space; the line's end where there is none. */
  protected next = 0;
  protected nextColumn = 0;
  private nextLine = -1;
  protected lineStart = 0;
  protected lineEnd = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the start of a line, behind a byte order mark. */
  protected enter(start: number, end: number): void {
    this.lineStart = start;
    this.lineEnd = end;
    this.at = start === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : start;
    this.column = 0;
    this.tabLeft = 0;
  }

  /** Finds the next character that is no white space. What was found stays right until the line is read past it. */
  protected findNext(): void {
    if (this.at <= this.next && this.nextLine === this.lineStart) return;
    this.nextLine = this.lineStart;
    const { text, lineEnd } = this;
    let at = this.at;
    let column = this.column;
    for (; at < lineEnd; at++) {
      const char = text.charCodeAt(at);
      if (char === SPACE) column++;
      else if (char === TAB) column += 4 - (column % 4);
      else break;
    }
    this.next = at;
    this.nextColumn = column;
  }

  protected get indent(): number {
    return this.nextColumn - this.column;
  }

  /** Moves on by columns; a tab may be used up in part. */
  protected advance(columns: number): void {
    let left = columns;
    while (left > 0 && this.at < this.lineEnd) {
      const char = this.text.charCodeAt(this.at);
      if (char === TAB) {
        const width = this.tabLeft > 0 ? this.tabLeft : 4 - (this.column % 4);
        const step = Math.min(width, left);
        this.column += step;
        left -= step;
        this.tabLeft = width - step;
        if (this.tabLeft === 0) this.at++;
      } else {
        this.at++;
        this.column++;
        this.tabLeft = 0;
        left--;
      }
    }
  }

  protected toNext(): void {
    this.at = this.next;
    this.column = this.nextColumn;
    this.tabLeft = 0;
  }

  /** Steps over a quote mark and the space that belongs to it. */
  protected quoteMark(): void {
    this.toNext();
    this.at++;
    this.column++;
    const char = this.text.charCodeAt(this.at);
    if (this.at < this.lineEnd && (char === SPACE || char === TAB)) this.advance(1);
  }

  /** Steps over a list marker; the width in columns of the marker and the white space that belongs to it. */
  protected itemWidth(markerLength: number): number {
    const { text, lineEnd } = this;
    this.at += markerLength;
    this.column += markerLength;
    const at = this.at;
    const column = this.column;
    let spaces = 0;
    while (spaces < 5 && this.at < lineEnd) {
      const char = text.charCodeAt(this.at);
      if (char !== SPACE && char !== TAB) break;
      this.advance(1);
      spaces = this.column - column;
    }
    const rest = this.at >= lineEnd;
    let padding = markerLength + spaces;
    if (spaces >= 5 || spaces < 1 || rest) {
      padding = markerLength + 1;
      this.at = at;
      this.column = column;
      this.tabLeft = 0;
      const char = text.charCodeAt(this.at);
      if (this.at < lineEnd && (char === SPACE || char === TAB)) this.advance(1);
    }
    return padding;
  }
}
