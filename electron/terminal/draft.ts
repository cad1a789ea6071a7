import { existsSync, statSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import type { Problem } from "#core/draft/check.ts";
import { makeDraft } from "#core/draft/draft.ts";
import { listImages } from "#core/draft/images.ts";
import { localDate } from "#core/draft/local-date.ts";
import { postAddress } from "#core/draft/posts.ts";
import { findSection, listSections, type Section } from "#core/draft/section.ts";
import { variantOptions } from "#core/draft/target.ts";
import { type DraftVariant, variantsOf } from "#core/draft/target-names.ts";
import { type DraftTarget, draftTargets, targets } from "#core/draft/targets.ts";
import { decode } from "#core/note/text.ts";
import { recognise } from "#core/outline/recognise.ts";
import { withDocuments } from "../docx/output.ts";
import { exportedDate, readImages, writeExport } from "../files/export.ts";
import { isInside } from "../files/place.ts";
import { readPosts } from "../files/posts.ts";
import { sanitise } from "../files/sanitise.ts";
import { readChoice } from "./notebook.ts";
import type { Terminal } from "./terminal.ts";

const use = `lectern draft FILE --section TITLE [--target ${draftTargets.join("|")}] [--front-matter yaml|toml] [--fragment] [--out DIR] [--check]`;

interface Request {
  readonly file: string;
  readonly section: string;
  readonly target: DraftTarget;
  /** Absolute; null: print the post. */
  readonly out: string | null;
  readonly check: boolean;
  readonly variants: readonly DraftVariant[];
}

/**
 * `lectern draft`: makes a post of a section of a note. Prints it, or writes it with its images under `--out`; what is
 * not ready goes to stderr. With `--check` the list goes to stdout, and nothing is written unless the post is ready.
 * Exit code 0 done, 1 not ready (with --check), 2 wrong use, 3 could not be read or written.
 */
export const draftCommand = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const complain = (code: number, ...sentences: readonly string[]): number => {
    terminal.stderr.write(`lectern draft: ${sentences.filter((sentence) => sentence !== "").join(" ")}\n`);
    return code;
  };
  const request = readArguments(args, terminal.cwd);
  if (typeof request === "string") return complain(2, request, `Use: ${use}`);

  const path = resolve(terminal.cwd, request.file);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return complain(3, unreadable(error as NodeJS.ErrnoException, request.file));
  }
  const decoded = decode(bytes, request.file);
  if (decoded.kind !== "text") return complain(3, decoded.error.message, decoded.error.action);

  const { text } = decoded;
  const real = await realpath(path);
  const { choice, problem: unread } = await readChoice(real);
  if (unread !== null) complain(0, unread);
  const outline = recognise(text, choice);
  const sections = listSections(text, outline);
  const search = findSection(sections, request.section);
  if (!search.found) return complain(2, notFound(request, search.candidates, sections));

  const root = notebookOf(real);
  const note = inside(root, real);
  const { target } = request;
  const now = localDate(terminal.now());
  const make = (date: string) =>
    makeDraft([{ note, text, section: search.found, outline }], {
      now: date,
      target,
      exists: (name) => isThere(root, name),
      size: (name) => sizeOf(root, name),
    });
  let draft = make(now);
  const problems = draft.problems.map((problem) => `${problemLine(problem, request.file)}\n`).join("");
  const ready = !draft.problems.some(({ blocks }) => blocks);
  if (request.check) {
    terminal.stdout.write(problems === "" ? `${request.file}: "${draft.title}" is ready.\n` : problems);
    if (!ready || request.out === null) return ready ? 0 : 1;
  } else terminal.stderr.write(problems);

  const place = { root, out: request.out ?? root, target, slug: draft.fields.slug };
  const first = request.out === null ? null : await exportedDate(place);
  if (first !== null) draft = make(first);
  const images =
    target === "html" || target === "docx"
      ? await readImages(
          root,
          listImages(draft.blocks).map((image) => image.path),
        )
      : new Map();
  const output = targets[target](draft, draft.fields, {
    sanitise,
    images,
    posts: await readPosts(root, target),
    ...variantOptions(request.variants),
  });
  if (request.out === null) {
    if (output.document) return complain(2, "A Word document can't be printed here: name a folder with --out.");
    terminal.stdout.write(output.files.map((file) => file.text).join("\n"));
    terminal.stderr.write(output.warnings.map((warning) => `${warning}\n`).join(""));
    return 0;
  }
  const exported = await writeExport(await withDocuments(output), {
    ...place,
    date: draft.fields.date,
    address: postAddress(target, draft.fields),
    notes: [note],
  });
  if (!exported.ok) return complain(3, exported.error.message, exported.error.action);
  const { written, merged, conflicts, warnings } = exported.value;
  const shown = (name: string) => relative(terminal.cwd, join(exported.value.folder, name)) || name;
  terminal.stdout.write([...written, ...merged].map((name) => `${shown(name)}\n`).join(""));
  terminal.stderr.write(warnings.map((warning) => `${warning}\n`).join(""));
  for (const { path: name, text: both } of conflicts) {
    if (both !== null) terminal.stderr.write(both.endsWith("\n") ? both : `${both}\n`);
    complain(
      3,
      `${shown(name)} was edited where the draft changed, and was left as it is.`,
      "Mend it by hand, or move it away.",
    );
  }
  return conflicts.length > 0 ? 3 : 0;
};

const readArguments = (args: readonly string[], cwd: string): Request | string => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        section: { type: "string" },
        target: { type: "string" },
        "front-matter": { type: "string" },
        fragment: { type: "boolean" },
        out: { type: "string" },
        check: { type: "boolean" },
      },
      allowPositionals: true,
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return "It takes one file.";
    if (values.section === undefined || values.section.trim() === "") return "Name the section with --section.";
    const target = draftTargets.find((name) => name === (values.target ?? "markdown"));
    if (target === undefined) return `There is no target "${values.target}".`;
    const out = values.out === undefined ? null : resolve(cwd, values.out);
    const frontMatter = values["front-matter"] ?? "yaml";
    if (frontMatter !== "yaml" && frontMatter !== "toml") return `There is no front matter in "${frontMatter}".`;
    const variants = [
      ...(frontMatter === "toml" ? ["toml" as const] : []),
      ...(values.fragment ? ["fragment" as const] : []),
    ];
    const lacking = variants.find((variant) => !variantsOf[target]?.includes(variant));
    if (lacking === "toml") return "TOML front matter is for --target hugo.";
    if (lacking === "fragment") return "A fragment is for --target html.";
    return { file, section: values.section, target, variants, out, check: values.check ?? false };
  } catch (error) {
    // parseArgs throws a TypeError whose message names the argument.
    return `${(error as Error).message.split(". ")[0]}.`;
  }
};

const notFound = ({ file, section }: Request, candidates: readonly Section[], all: readonly Section[]): string => {
  const list = (sections: readonly Section[]) =>
    sections.slice(0, 12).map(({ path, line }) => `\n  ${String(line).padStart(5)}  ${path.join(" / ")}`);
  if (candidates.length > 0) {
    return `${file} has ${candidates.length} sections called "${section}"; name one by its path or its line:${list(candidates).join("")}\n`;
  }
  const known = list(all).join("");
  return `${file} has no section "${section}".${known === "" ? "" : ` It has:${known}${all.length > 12 ? "\n         …" : ""}\n`}`;
};

const problemLine = ({ note, line, message, action, blocks }: Problem, file: string): string => {
  const place = note === null ? file : `${file}${line === null ? "" : `:${line}`}`;
  return `${place}: ${message} ${action}${blocks ? "" : " (advice)"}`;
};

/** The notebook of a file: the nearest folder above it that holds `.lectern` or `.git`; else its own folder. */
const notebookOf = (file: string): string => {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".lectern")) || existsSync(join(folder, ".git"))) return folder;
    if (folder === dirname(folder)) return dirname(file);
  }
};

const inside = (root: string, path: string): string => relative(root, path).split(sep).join("/");

const isThere = (root: string, path: string): boolean => {
  const full = join(root, path);
  return isInside(root, full) && existsSync(full);
};

const sizeOf = (root: string, path: string): number | null =>
  isThere(root, path) ? (statSync(join(root, path), { throwIfNoEntry: false })?.size ?? null) : null;

const unreadable = (error: NodeJS.ErrnoException, file: string): string => {
  if (error.code === "ENOENT") return `There is no file ${file}.`;
  if (error.code === "EISDIR") return `${file} is a folder; name one of its notes.`;
  if (error.code === "EACCES") return `${file} may not be read by you.`;
  return `${file} could not be read (${error.code ?? error.message}).`;
};
