import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { standByVersion } from "./stand-by.mjs";

/** Set by dist.mjs where the official Electron cannot be had: the package is then for this machine's tests only. */
const standBy = process.env.LECTERN_STAND_BY;

/** @type {import("electron-builder").Configuration} */
export default {
  appId: "app.lectern.Lectern",
  productName: "Lectern",
  copyright: "The Lectern team, MIT",
  directories: { output: "dist", buildResources: "resources" },
  files: ["out/**", "package.json"],
  extraResources: [{ from: "resources", to: "lectern", filter: ["sample/**", "icons/256x256.png"] }],
  asar: true,
  // Everything is bundled: there is nothing to install or rebuild.
  npmRebuild: false,
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    onlyLoadAppFromAsar: true,
    // Checked on macOS and Windows; without effect on Linux.
    enableEmbeddedAsarIntegrityValidation: true,
    // Electron 25 does not know this one yet, and refuses to have it set.
    ...(standBy ? {} : { grantFileProtocolExtraPrivileges: false }),
  },
  fileAssociations: [
    { ext: ["md", "markdown"], name: "Markdown", mimeType: "text/markdown", role: "Editor", rank: "Alternate" },
  ],
  linux: {
    target: ["AppImage", "deb"],
    executableName: "lectern",
    icon: "resources/icons",
    category: "Office",
    synopsis: "Course notes: outline, time, posts",
    maintainer: "The Lectern team",
    desktop: { entry: { Keywords: "Markdown;notes;outline;time;", MimeType: "text/markdown;inode/directory;" } },
  },
  mac: { target: ["dmg"], category: "public.app-category.productivity", icon: "resources/icons/512x512.png" },
  win: { target: ["nsis"], icon: "resources/icons/256x256.png" },
  ...(standBy && {
    electronVersion: standByVersion,
    electronDist: dirname(standBy),
    // The stand-by carries a loader for development where a package has its app.
    afterExtract: ({ appOutDir }) => rm(join(appOutDir, "resources", "app"), { recursive: true }),
  }),
};
