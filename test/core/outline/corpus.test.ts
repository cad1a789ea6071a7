import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { recognise } from "#core/outline/recognise.ts";
import type { Outline } from "#core/outline/tree.ts";
import { type Label, labelled } from "./labels.ts";

const shared = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));
const present = existsSync(join(shared, "labels"));
if (!present) console.log(`skipped: the real notes are not there (${shared})`);

// The same comparison as the corpus' own score: case, punctuation and marks aside.
const plain = (text: string | null): string =>
  (text ?? "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~#]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+&.]+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
const levelKey = (text: string | null): string =>
  plain(text)
    .replace(/\b(level|levels|courses|course|mastery of .*)\b/g, "")
    .trim();

const modules = (areas: Label["areas"] | Outline["areas"]): string[] =>
  areas
    .filter((area) => area.kind === "study")
    .flatMap((area) =>
      area.levels.flatMap((level) =>
        level.modules.map(({ line, title, minutes }) =>
          [line, plain(area.title), levelKey(level.title), plain(title), minutes].join(" | "),
        ),
      ),
    );

test.skipIf(!present)("at least 97 of 100 modules of the real notes are exact", () => {
  let exact = 0;
  let all = 0;
  const wrong: string[] = [];
  for (const { name, label, text } of labelled(join(shared, "labels"), join(shared, "notes"))) {
    const want = modules(label.areas);
    const got = new Set(modules(recognise(text).areas));
    const right = want.filter((row) => got.has(row));
    exact += right.length;
    all += want.length + Math.max(0, got.size - right.length - (want.length - right.length));
    wrong.push(...want.filter((row) => !got.has(row)).map((row) => `${name}: ${row}`));
  }
  expect(exact / all, wrong.join("\n")).toBeGreaterThanOrEqual(0.97);
});
