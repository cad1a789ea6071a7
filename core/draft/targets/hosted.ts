import type { Copy } from "../images.ts";
import type { TargetOptions } from "../target.ts";

/** Where images of a hosted blog are linked: beneath `imageBase` where the person has one, else beside the post. */
export const hostedImage =
  ({ imageBase }: TargetOptions) =>
  (name: string): { readonly href: string; readonly to: string } => {
    const base = imageBase === undefined ? "images/" : imageBase.replace(/\/*$/u, "/");
    return { href: base + name, to: `images/${name}` };
  };

/** What the person still has to do about images on a blog that takes only text. */
export const uploadWarnings = (
  copies: readonly Copy[],
  { imageBase }: TargetOptions,
  site: string,
): readonly string[] => {
  if (copies.length === 0) return [];
  const files = copies.map(({ to }) => to).join(", ");
  return imageBase === undefined
    ? [`${site} takes no image files: upload ${files} there and put the addresses into the post.`]
    : [`Upload ${files} to ${imageBase} before you publish.`];
};
