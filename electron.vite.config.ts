import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

// The oldest engines that Lectern runs on: those of Electron 25 (the stand-by runtime of electron/setup).
const oldestNode = "node18.15";
const oldestChromium = "chrome114";

/** Everything is bundled, so that the packaged app carries no node_modules; Electron and Node stay outside. */
const bundled = (name: string) => ({
  outDir: `out/${name}`,
  target: oldestNode,
  externalizeDeps: false,
  rolldownOptions: {
    input: { [name]: resolve(`electron/${name}.ts`) },
    output: { format: "cjs" as const, entryFileNames: "[name].cjs", chunkFileNames: "[name]-[hash].cjs" },
  },
});

export default defineConfig({
  main: { build: bundled("main") },
  preload: { build: bundled("preload") },
  renderer: {
    root: "renderer",
    plugins: [react()],
    worker: { format: "es" },
    server: { host: "127.0.0.1" },
    build: {
      outDir: "out/renderer",
      target: oldestChromium,
      minify: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: { index: resolve("renderer/index.html") } },
    },
  },
});
