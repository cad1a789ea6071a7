import { build, products } from "./build.mjs";
import { linkCommand } from "./link.mjs";

// npm runs this at the end of `npm ci`.
linkCommand();
// A failure is no reason to have nothing installed: `npx lectern` builds again, and says what is wrong.
if (!build(products.terminal)) console.error("The terminal command could not be built yet; the lines above say why.");
