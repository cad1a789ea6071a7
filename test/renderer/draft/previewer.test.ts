import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { DraftForm, DraftPreview } from "#core/api.ts";
import { ok, type Result } from "#core/result.ts";
import { createPreviewer, previewDelay } from "../../../renderer/draft/previewer.ts";

const form = (title: string): DraftForm => ({
  parts: [{ id: "a", section: null, line: null }],
  target: "hugo",
  fields: { title },
  off: [],
});

/** A previewer whose questions are answered by hand. */
const set = (first: DraftForm) => {
  let now = first;
  const asked: { readonly form: DraftForm; readonly answer: () => void }[] = [];
  const shown: (string | null)[] = [];
  const changed = createPreviewer({
    form: () => now,
    ask: (question) =>
      new Promise<Result<DraftPreview>>((done) => {
        const title = String(question.fields.title);
        asked.push({ form: question, answer: () => done(ok({ title } as DraftPreview)) });
      }),
    show: (answer) => shown.push(answer?.ok ? answer.value.title : null),
  });
  const change = (next: DraftForm): void => {
    now = next;
    changed();
  };
  return { change, changed, asked, shown };
};

describe("The preview of a draft", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("gathers changes for a moment, and never waits for the last of them", async () => {
    const { change, asked } = set(form("a"));
    for (let at = 0; at < 20; at++) {
      change(form(`a${at}`));
      await vi.advanceTimersByTimeAsync(previewDelay / 4);
    }
    // The first question went out while changes still came.
    expect(asked).toHaveLength(1);
    expect(asked[0]?.form.fields.title).toBe("a3");
  });

  test("asks one question at a time, and drops the answer to a draft that has changed since", async () => {
    const { change, asked, shown } = set(form("one"));
    change(form("one"));
    await vi.advanceTimersByTimeAsync(previewDelay);
    change(form("two"));
    change(form("three"));
    await vi.advanceTimersByTimeAsync(previewDelay * 3);
    expect(asked).toHaveLength(1);
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual([]);
    expect(asked.map((each) => each.form.fields.title)).toEqual(["one", "three"]);
    asked[1]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(["three"]);
    expect(asked).toHaveLength(2);
  });

  test("shows the answer and asks again where a note changed meanwhile", async () => {
    const { changed, asked, shown } = set(form("same"));
    changed();
    await vi.advanceTimersByTimeAsync(previewDelay);
    changed();
    await vi.advanceTimersByTimeAsync(previewDelay);
    asked[0]?.answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(shown).toEqual(["same"]);
    expect(asked).toHaveLength(2);
  });

  test("of a draft without parts is nothing, and nothing is asked", async () => {
    const { change, asked, shown } = set(form("x"));
    change({ ...form("x"), parts: [] });
    await vi.advanceTimersByTimeAsync(previewDelay);
    expect(asked).toEqual([]);
    expect(shown).toEqual([null]);
  });
});
