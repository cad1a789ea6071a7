#!/usr/bin/env node
import * as modules from "node:module";
import { build, isStale, products, root } from "./build.mjs";

// The terminal command as `npx lectern`. `npm ci` has built it; it is built here after a change of the sources.
if (isStale(products.terminal) && !build(products.terminal)) {
  console.error("The terminal command could not be built; the lines above say why.");
  process.exit(3);
}
// From Node 22 on: the compiled code is kept for the next start.
modules.enableCompileCache?.();
modules.createRequire(import.meta.url)(`${root}/out/cli/cli.cjs`);
