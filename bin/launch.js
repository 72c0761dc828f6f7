import { ensureBuilt } from "./build.js";

/** Runs a program of `dist/`, which is built first if the sources have changed. */
export async function launch(program) {
  try {
    await ensureBuilt();
  } catch (error) {
    process.stderr.write(
      `Keepsake could not build its program: ${error.message}\n` +
        "Run `npm install && npm run build` once, as somebody who may write to its folder.\n",
    );
    process.exit(1);
  }
  await import(`../dist/${program}`);
}
