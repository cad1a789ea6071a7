import { setNonce } from "get-nonce";

// Dialogs and menus keep the page from scrolling by a style element of their own, which the page's policy lets in by
// the nonce that the page was served with.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) setNonce(nonce);
