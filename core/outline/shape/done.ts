import { ok, type Result } from "../../result.ts";
import type { Module } from "../tree.ts";
import { modulesOf, type NodeRef } from "./node.ts";
import { finish, refAt, refuse, type Shapeable, type Shaped, shapeable } from "./shaping.ts";

const box = /\[([ xX])\]/u;

/** What stands between the beginning of a module's line and its title. */
const frontOf = (text: string, { mark }: Module): { from: number; front: string } => {
  const from = text.lastIndexOf("\n", mark.titleSpan.from - 1) + 1;
  return { from, front: text.slice(from, mark.titleSpan.from) };
};

/** Takes the mark for "done" off a module's line; null where its line has none that can be taken off. */
const unmarked = (text: string, module: Module): string | null => {
  const { from, front } = frontOf(text, module);
  const ticked = box.exec(front);
  if (ticked && ticked[1] !== " ")
    return `${text.slice(0, from + ticked.index)}[ ]${text.slice(from + ticked.index + 3)}`;
  const { titleSpan } = module.mark;
  if (front.endsWith("~~") && text.startsWith("~~", titleSpan.to))
    return text.slice(0, titleSpan.from - 2) + text.slice(titleSpan.from, titleSpan.to) + text.slice(titleSpan.to + 2);
  const end = text.indexOf("\n", titleSpan.to);
  const rest = text.slice(titleSpan.to, end < 0 ? text.length : end);
  const word = /\s*(?:\(done\)|[✓✔✅])(?=\s*$)/iu.exec(rest);
  if (!word) return null;
  const at = titleSpan.to + word.index;
  return text.slice(0, at) + text.slice(at + word[0].length);
};

/** Writes the note's own mark for "done" on a module's line: its box, else as other modules are marked. */
const marked = (note: Shapeable, module: Module): string => {
  const { text, outline } = note;
  const { from, front } = frontOf(text, module);
  const { titleSpan, form } = module.mark;
  const empty = box.exec(front);
  if (empty) return `${text.slice(0, from + empty.index)}[x]${text.slice(from + empty.index + 3)}`;
  const others = modulesOf(outline).map((each) => each.module);
  const struck = others.some((each) => text.startsWith("~~", each.mark.titleSpan.to));
  if (struck)
    return `${text.slice(0, titleSpan.from)}~~${text.slice(titleSpan.from, titleSpan.to)}~~${text.slice(titleSpan.to)}`;
  const ticks = others.some((each) => box.test(frontOf(text, each).front));
  if (ticks && (form === "bullet" || form === "numbered"))
    return `${text.slice(0, titleSpan.from)}[x] ${text.slice(titleSpan.from)}`;
  const end = text.indexOf("\n", titleSpan.to);
  const line = text.slice(titleSpan.to, end < 0 ? text.length : end).trimEnd();
  const at = titleSpan.to + line.length;
  return `${text.slice(0, at)} (done)${text.slice(at)}`;
};

/** Marks a module done in the note's own way, or takes that mark off again. */
export const toggleDone = (note: Shapeable, ref: NodeRef): Result<Shaped> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  if (found.value.kind !== "module") return refuse("Only modules are marked done.", "Choose a module.");
  const module = found.value.node as Module;
  const { text, outline } = note;
  const off = module.state === "done" ? unmarked(text, module) : null;
  if (module.state === "done" && off === null) return refuse("What marks this module done stands in its notes.");
  const changed = off ?? marked(note, module);
  const wanted = { kind: "module", title: module.title, at: module.from, modules: modulesOf(outline).length } as const;
  const shaped = finish(note, changed, { ...wanted, renumber: [] });
  if (!shaped.ok) return shaped;
  const again = refAt(shaped.value.outline, module.line, "module");
  const state =
    again && shaped.value.outline.areas[again.area]?.levels[again.level ?? 0]?.modules[again.module ?? 0]?.state;
  if ((state === "done") === (module.state === "done")) return refuse("The note has no way to say that here.");
  return ok(shaped.value);
};
