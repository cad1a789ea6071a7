import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The terminal command alone, apart from the app's build: it takes a second, and `npm ci` does it. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: "warn",
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: "out/cli",
    target: "node18.15",
    minify: false,
    rolldownOptions: {
      // The command for Node, and the same for a thread of the packaged app.
      input: { cli: `${root}electron/cli.ts`, worker: `${root}electron/terminal/worker.ts` },
      output: { format: "cjs", entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" },
    },
  },
});
