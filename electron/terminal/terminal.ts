/** What a terminal command works with. */
export interface Terminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Folder that paths are relative to. */
  readonly cwd: string;
  readonly now: () => Date;
}
