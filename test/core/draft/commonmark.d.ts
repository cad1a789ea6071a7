declare module "commonmark" {
  /** A node of commonmark.js's tree; the part of it that the tests read. */
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    walker(): { next(): { readonly entering: boolean; readonly node: Node } | null };
  }

  /** The reference implementation's parser. */
  export class Parser {
    parse(text: string): Node;
  }
}
