/** The scheme and origin of the app's own pages. Never `file:`. */
export const appScheme = "app";
export const appOrigin = "app://lectern";

/** The scheme of the notebook's images. */
export const assetScheme = "note-asset";

/** The address of the page, or of the development server that `npm run dev` names. */
export const pageAddress = (devServer: string | undefined): string => devServer ?? `${appOrigin}/index.html`;

/** True for an address of the app's own pages. */
export const isOwnAddress = (url: string, devServer: string | undefined): boolean => {
  try {
    const { protocol, host, origin } = new URL(url);
    return `${protocol}//${host}` === appOrigin || (devServer !== undefined && origin === new URL(devServer).origin);
  } catch {
    return false;
  }
};

const outside = new Set(["http:", "https:", "mailto:"]);

/**
 * The address in the form in which it may leave the app, or null. Only http, https and mailto leave; a control
 * character or white space anywhere (a tab inside a scheme is dropped by browsers) refuses the whole address.
 */
export const outsideAddress = (url: string): string | null => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(url)) return null;
  try {
    const parsed = new URL(url);
    if (!outside.has(parsed.protocol)) return null;
    if (parsed.protocol !== "mailto:" && (parsed.host === "" || parsed.username !== "" || parsed.password !== ""))
      return null;
    return parsed.href;
  } catch {
    return null;
  }
};
