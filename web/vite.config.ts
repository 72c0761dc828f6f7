import { join } from "node:path";
import { defineConfig } from "vite";

/** Builds the chat page, the album, the picture frame, the page that looks for marks and the status page into the folder that the server ships. */
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  logLevel: "warn",
  build: {
    outDir: join(import.meta.dirname, "../page"),
    emptyOutDir: true,
    modulePreload: false,
    // Everything is a file of its own: the page may not load what is written into it.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ["index.html", "album.html", "frame.html", "verify.html", "status.html"].map((name) =>
        join(import.meta.dirname, name),
      ),
    },
  },
});
