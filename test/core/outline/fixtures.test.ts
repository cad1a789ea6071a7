import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { recognise } from "#core/outline/recognise.ts";
import { labelled, linesOf } from "./labels.ts";

const folder = fileURLToPath(new URL("../../fixtures/outline", import.meta.url));

describe("each notation is read as a careful reader reads it", () => {
  for (const { name, label, text } of labelled(folder, folder)) {
    test(name, () => {
      expect(linesOf(recognise(text).areas)).toEqual(linesOf(label.areas));
    });
  }
});
