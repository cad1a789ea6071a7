import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A word that stands in files outside the notebook and nowhere else: whoever gets to see it has read one of them. */
export const secret = "CANARY-7f3a-outside";

/** All that can be seen of a folder: name, identity, times and bytes of every file. Two looks differ after any write. */
export const lookAt = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const { ino, mtimeMs, mode, size } = statSync(path);
      const isFile = statSync(path).isFile();
      return `${name} ${ino} ${isFile ? mtimeMs : 0} ${mode} ${size} ${isFile ? readFileSync(path, "utf8") : ""}`;
    });

/** Files for a folder that lies beside the notebook. */
export const decoys = {
  "key.md": `${secret}\n`,
  "d.yaml": `version: 1\nfields:\n  title: ${secret}\n`,
  "n.json": `"${secret}"`,
};

/** Paths that try to leave a notebook with a folder `decoy` beside it. */
export const escapes: readonly string[] = (() => {
  const steps = [
    "..",
    "%2e%2e",
    "%252e%252e",
    ".%2e",
    "..%2f..",
    "..\\",
    "..\0",
    "..;",
    "....//..",
    "．．",
    ". .",
    "../.",
  ];
  const bases = ["", "a/", "./", "/", "\\", "a/b/../", "C:/", "file:///"];
  const made = bases.flatMap((base) => steps.map((step) => `${base}${step}/decoy/new.md`));
  return [
    ...made,
    "/etc/cron.d/x.md",
    "//server/share/x.md",
    "\\\\server\\share\\x.md",
    "C:\\x.md",
    "c:x.md",
    "\\\\?\\C:\\x.md",
    "CON.md",
    "nul.md",
    "com1.md",
    "aux/x.md",
    "LPT9.txt.md",
    "a\0.md",
    "a\n.md",
    "..md/../../decoy/x.md",
    ".git/hooks/pre-commit.md",
    ".lectern/../../decoy/x.md",
    "node_modules/x.md",
    "link/new.md",
    "link/key.md",
    "A.MD",
    "a.md ",
    "a.md.",
    "cafe\u0301.md",
    "~/x.md",
    "$HOME/x.md",
    "a.md:stream",
    "%00.md",
    "x".repeat(900),
    "..",
  ];
})();
