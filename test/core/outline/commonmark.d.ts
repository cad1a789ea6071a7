declare module "commonmark" {
  export interface Node {
    /** First line and column, last line and column; all 1-based. */
    readonly sourcepos: readonly [readonly [number, number], readonly [number, number]];
    readonly level: number;
  }

  /** Renders a tree, or a part of one, as HTML. */
  export class HtmlRenderer {
    render(node: Node): string;
  }
}

declare module "commonmark-spec" {
  /** The examples of the CommonMark specification. */
  export const tests: readonly { readonly number: number; readonly markdown: string }[];
}
