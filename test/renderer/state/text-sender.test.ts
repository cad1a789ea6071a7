import { Text } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SentText } from "#core/note/sent-text.ts";
import { receivedTexts } from "../../../electron/received-texts.ts";
import { differenceOf } from "../../../renderer/state/text-difference.ts";
import { createTextSender, plainText } from "../../../renderer/state/text-sender.ts";

const insert = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "\n", "é", "😀", "\ud83d"), maxLength: 12 }),
  fc.nat(200).map((lines) => "a line of some length\n".repeat(lines)),
);
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(3_000), insert }), {
  maxLength: 12,
});

type Edit = typeof edits extends fc.Arbitrary<(infer One)[]> ? One : never;

const edited = (text: Text, { at, cut, insert }: Edit): Text => {
  const from = Math.floor(at * text.length);
  return text.replace(from, Math.min(text.length, from + cut), plainText(insert));
};

const long = plainText(Array.from({ length: 2_000 }, (_, line) => `line ${line} of many`).join("\n"));

describe("the difference of two texts", () => {
  it("turns one into the other", () => {
    fc.assert(
      fc.property(fc.constantFrom(Text.empty, plainText("one\ntwo\n"), long), edits, (before, all) => {
        const after = all.reduce(edited, before);
        const { from, to, insert } = differenceOf(before, after);
        const text = before.toString();
        expect(text.slice(0, from) + insert + text.slice(to)).toBe(after.toString());
      }),
      { numRuns: 300 },
    );
  });

  it("of texts that share nothing is made out from their characters", () => {
    expect(differenceOf(plainText("one\ntwo\nthree"), plainText("one\n2\nthree"))).toEqual({
      from: 4,
      to: 7,
      insert: "2",
    });
  });

  it("is the typed character alone, wherever it is typed in a long note", () => {
    for (const at of [0, 1, 17_000, long.length]) {
      const change = differenceOf(long, long.replace(at, at, Text.of(["x"])));
      expect(change).toEqual({ from: at, to: at, insert: "x" });
    }
  });
});

describe("sending texts", () => {
  /** A window's sender, and the other side's texts; `lost` ones never arrive there, `refused` ones are forgotten there. */
  const post = () => {
    let there = receivedTexts();
    const sent: SentText[] = [];
    return {
      sent,
      forget: () => {
        there = receivedTexts();
      },
      call: async (text: SentText) => {
        sent.push(text);
        return there.receive("note", text);
      },
    };
  };

  it("arrives as the text that the editor holds, also where the other side forgets", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(edits, fc.boolean()), { minLength: 1, maxLength: 6 }), async (rounds) => {
        const { call, forget } = post();
        const sender = createTextSender();
        let text = long;
        for (const [all, forgets] of rounds) {
          text = all.reduce(edited, text);
          if (forgets) forget();
          expect(await sender.send(text, call)).toEqual({ ok: true, value: text.toString() });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("arrives right when texts are sent faster than they are answered", async () => {
    const { call, forget } = post();
    const sender = createTextSender();
    await sender.send(long, call);
    forget();
    const texts = ["a", "b", "c"].map((letter, line) => long.replace(line * 40, line * 40, Text.of([letter])));
    const answers = await Promise.all(texts.map((text) => sender.send(text, call)));
    expect(answers).toEqual(texts.map((text) => ({ ok: true, value: text.toString() })));
  });

  it("sends a long text whole once, then only what was typed", async () => {
    const { call, sent } = post();
    const sender = createTextSender();
    await sender.send(long, call);
    await sender.send(long.replace(500, 500, Text.of(["x"])), call);
    expect(sent.map((one) => ("text" in one ? "whole" : one.insert))).toEqual(["whole", "x"]);
  });

  it("sends it whole after a mismatch", async () => {
    const { call, sent, forget } = post();
    const sender = createTextSender();
    await sender.send(plainText("one"), call);
    forget();
    await sender.send(plainText("one two"), call);
    expect(sent.map((one) => "text" in one)).toEqual([true, false, true]);
  });
});

describe("a text that comes as an edit", () => {
  const first = { revision: 1, text: "0123456789" };
  const edit = { revision: 2, on: 1, from: 2, to: 4, insert: "x", length: 9 };

  it.each([
    ["follows on another text", { ...edit, on: 7 }],
    ["would have another length", { ...edit, length: 10 }],
    ["reaches past the end", { ...edit, to: 11, length: 2 }],
    ["ends before it begins", { ...edit, from: 4, to: 2, length: 13 }],
  ])("is refused where it %s", (_why, wrong) => {
    const texts = receivedTexts();
    texts.receive("note", first);
    expect(texts.receive("note", wrong)).toMatchObject({ ok: false, error: { code: "bad-input" } });
  });

  it("is refused for a note whose text is not known", () => {
    const texts = receivedTexts();
    texts.receive("another", first);
    expect(texts.receive("note", edit)).toMatchObject({ ok: false, error: { code: "bad-input" } });
  });

  it("is taken where it follows", () => {
    const texts = receivedTexts();
    texts.receive("note", first);
    expect(texts.receive("note", edit)).toEqual({ ok: true, value: "01x456789" });
  });
});
