/** What an address in a note leads to. */
export type Address =
  | { readonly kind: "web"; readonly url: string }
  /** A heading of the same note; without the `#`. */
  | { readonly kind: "anchor"; readonly anchor: string }
  /** A file of the notebook, by its path inside it. */
  | { readonly kind: "file"; readonly path: string; readonly anchor: string }
  /** A picture that stands in the address itself. */
  | { readonly kind: "data"; readonly url: string }
  /** Leads out of the notebook, or somewhere that no post may link to. */
  | { readonly kind: "refused"; readonly why: string };

/**
 * Reads an address as it stands in a note.
 *
 * @param note path of the note inside the notebook: relative addresses begin at its folder, `/…` at the notebook.
 */
export const readAddress = (note: string, written: string): Address => {
  // Browsers drop these from addresses: "java\tscript:" is a scheme to them.
  const address = written.replace(/[\p{Cc}\u2028\u2029]+/gu, "").trim();
  if (address.startsWith("#")) return { kind: "anchor", anchor: decoded(address.slice(1)) };
  const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(address)?.[1]?.toLowerCase();
  if (scheme === "http" || scheme === "https" || scheme === "mailto") return { kind: "web", url: address };
  if (scheme === "data" && /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]+$/iu.test(address))
    return { kind: "data", url: address };
  if (scheme !== undefined) return { kind: "refused", why: `it begins with ${scheme}:` };
  if (/^[\\/]{2}/u.test(address)) return { kind: "refused", why: "it names a server without https" };
  const [path = "", anchor = ""] = address.split("#", 2);
  const inside = resolve(note, decoded(path.split("?", 1)[0] ?? ""));
  return inside === null
    ? { kind: "refused", why: "it leads out of the notebook" }
    : { kind: "file", path: inside, anchor: decoded(anchor) };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone % is no escape: the name is meant as it stands.
    return text;
  }
};

const resolve = (note: string, path: string): string | null => {
  const whole = path.replace(/\\/gu, "/");
  if (whole === "" || whole.includes("\0")) return null;
  const folders = whole.startsWith("/") ? [] : note.split("/").slice(0, -1);
  for (const step of whole.split("/")) {
    if (step === "..") {
      if (folders.pop() === undefined) return null;
    } else if (step !== "" && step !== ".") folders.push(step);
  }
  return folders.length === 0 ? null : folders.join("/");
};

/** Whether a path inside the notebook is a note. */
export const isNotePath = (path: string): boolean =>
  /\.(?:md|markdown)$/iu.test(path) || !/\.[a-z0-9]{1,8}$/iu.test(path);

/** Whether a path is a picture that a browser shows. */
export const isImagePath = (path: string): boolean => /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|apng|ico)$/iu.test(path);
