import { ok, type Result } from "../../result.ts";
import { formatLike } from "../../time/duration-style.ts";
import { around, beneath, endOfTitle, exampleFor } from "../../time/example-time.ts";
import { durationAt } from "../duration.ts";
import type { Module, WrittenTime } from "../tree.ts";
import { modulesOf, type NodeRef, nodeOf } from "./node.ts";
import { finish, refuse, type Shapeable, type Shaped, shapeable } from "./shaping.ts";

/** Minutes as people type them: "45", "45m", "1h30", "half an hour". Null where the text says no duration, or more than one. */
export const typedMinutes = (typed: string): number | null => {
  const text = typed.trim();
  if (/^\d{1,4}$/.test(text)) return Number(text) > 0 ? Number(text) : null;
  const start = /^(?:~|about|around|ca\.?|circa)\s*/iu.exec(text)?.[0].length ?? 0;
  const found = durationAt(text, start);
  return found && text.slice(found.to).trim() === "" ? found.minutes : null;
};

/** The time that a node is planned with, where it stands. */
const plannedOf = (times: readonly WrittenTime[], minutes: number | null): WrittenTime | null => {
  const planned = times.filter(({ kind }) => kind === "planned");
  return planned.find((time) => time.minutes === minutes) ?? planned[0] ?? null;
};

/** How a new planned time could be written, the note's own way first. */
const additions = ({ text, outline }: Shapeable, module: Module, minutes: number): readonly string[] => {
  const modules = modulesOf(outline).map((each) => each.module);
  const at = endOfTitle(text, module);
  const example = exampleFor(text, modules, module, ["planned"]);
  const like = example && (example.sameLine ? around(text, example, minutes) : beneath(text, example, at, minutes));
  const words = example ? formatLike(text.slice(example.time.from, example.time.to), minutes) : `${minutes} min`;
  return [...(like ? [like] : []), ` - ${words}`, ` (${words})`].map(
    (added) => text.slice(0, at) + added + text.slice(at),
  );
};

/**
 * Sets the planned time of a node. One that stands there is replaced, digits and units in its own style; a module
 * without one gets it as the note writes such times elsewhere, else as " - 45 min". `minutes`: whole, above 0.
 */
export const setTime = (note: Shapeable, ref: NodeRef, minutes: number): Result<Shaped> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  const { kind, title, node } = found.value;
  const { text, outline } = note;
  const old = plannedOf(node.times, kind === "module" ? (node as Module).planned : node.minutes);
  if (!old && kind !== "module")
    return refuse(`This ${kind} has no time of its own to change.`, "Set the times of its modules.");
  const texts = old
    ? [text.slice(0, old.from) + formatLike(text.slice(old.from, old.to), minutes) + text.slice(old.to)]
    : additions(note, node as Module, minutes);
  const meant = { kind, title, at: node.from, modules: modulesOf(outline).length, renumber: [] };
  for (const changed of texts) {
    const shaped = finish(note, changed, meant);
    if (shaped.ok && isSet(shaped.value, minutes)) return ok(shaped.value);
  }
  return refuse("The note has no place for a time here that would be read again.");
};

const isSet = ({ text, outline, ref }: Shaped, minutes: number): boolean => {
  const node = nodeOf(text, outline, ref)?.node;
  if (!node) return false;
  return ("planned" in node ? node.planned : node.minutes) === minutes;
};
