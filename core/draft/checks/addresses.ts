import { readAddress } from "../address.ts";
import type { Block } from "../block.ts";
import { inlineTexts, walkBlocks } from "../block.ts";
import type { CheckOptions, Problem } from "../check.ts";
import { definitionTargets, everyImage } from "../images.ts";
import { scanInline } from "../inline.ts";
import { anchorOf } from "../links.ts";
import { sameLabel } from "../steps/references.ts";

const largest = 1_000_000;

/** Links that lead nowhere, and images that are missing, unnamed or too large. */
export const addressProblems = (blocks: readonly Block[], options: CheckOptions): readonly Problem[] => [
  ...imageProblems(blocks, options),
  ...linkProblems(blocks, options),
];

const imageProblems = (blocks: readonly Block[], { exists, size }: CheckOptions): readonly Problem[] =>
  everyImage(blocks).flatMap(({ note, line, address, alt }): readonly Problem[] => {
    const problems: Problem[] = [];
    const say = (kind: Problem["kind"], message: string, action: string, blocking: boolean) =>
      problems.push({ kind, note, line, message, action, blocks: blocking });
    const read = readAddress(note, address);
    if (/^(?:|alt(?:\s+text)?|image|img|picture|screenshot)$/iu.test(alt.trim())) {
      say(
        "missing-alt",
        `The image ${address} has no text for those who can't see it.`,
        "Describe it between the brackets.",
        false,
      );
    }
    if (read.kind === "refused") {
      say(
        "image-outside",
        `The image ${address} can't be used: ${read.why}.`,
        "Put the image into the notebook.",
        true,
      );
    } else if (read.kind === "file" && exists && !exists(read.path)) {
      say("missing-image", `The image ${read.path} is not there.`, "Put it there, or mend its address.", true);
    } else if (read.kind === "file" && (size?.(read.path) ?? 0) > largest) {
      const megabytes = ((size?.(read.path) ?? 0) / 1_000_000).toFixed(1);
      say("large-image", `The image ${read.path} has ${megabytes} MB.`, "Make it smaller than 1 MB.", false);
    }
    return problems;
  });

const linkProblems = (blocks: readonly Block[], { exists }: CheckOptions): readonly Problem[] => {
  const definitions = definitionTargets(blocks);
  const anchors = new Set(walkBlocks(blocks).flatMap((b) => (b.kind === "heading" ? [anchorOf(b.text)] : [])));
  return walkBlocks(blocks).flatMap((block) =>
    inlineTexts(block).flatMap((text) =>
      scanInline(text).links.flatMap((link): readonly Problem[] => {
        if (link.image || link.wiki) return [];
        const line = block.line + text.slice(0, link.from).split("\n").length - 1;
        const place = { note: block.note, line, blocks: true };
        const target = link.target ?? definitions.get(sameLabel(link.label ?? ""));
        if (target === undefined) {
          // [x] alone is a word in brackets; [x][y] was meant as a link.
          if (!/\]\[[^\]]+\]$/u.test(text.slice(link.from, link.to))) return [];
          const message = `The link [${link.label}] has no target.`;
          return [{ kind: "unknown-target", ...place, message, action: `Add a line "[${link.label}]: address".` }];
        }
        if (target.trim() === "") {
          const message = `The link "${text.slice(link.text.from, link.text.to)}" has no address.`;
          return [{ kind: "dead-link", ...place, message, action: "Give it one, or take the link out." }];
        }
        const read = readAddress(block.note, target);
        if (read.kind === "file" && exists && !exists(read.path) && !exists(`${read.path}.md`)) {
          const message = `The link to ${target} leads to no file.`;
          return [{ kind: "dead-link", ...place, message, action: "Mend its address, or take the link out." }];
        }
        if (read.kind === "anchor" && !anchors.has(read.anchor.toLowerCase())) {
          const message = `The link to #${read.anchor} leads to no heading of this draft.`;
          return [{ kind: "dead-link", ...place, message, action: "Mend it, or choose its section as well." }];
        }
        if (read.kind === "refused" || read.kind === "data") {
          const message = `The link to ${target} is not allowed in a post.`;
          return [{ kind: "dead-link", ...place, message, action: "Use an http, https or mailto address." }];
        }
        return [];
      }),
    ),
  );
};
