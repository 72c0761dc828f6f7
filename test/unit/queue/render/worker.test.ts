import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { ownProgram } from "../../../../src/own-program.ts";

/** Work that never lets a process end by itself. */
const WORK = "data:text/javascript,setInterval(() => {}, 1e6); export const openWork = () => ({ warmUp() {} });";

it("a render process ends with the one that started it, even if that is gone before it listens", async () => {
  const { url, execArgv } = ownProgram("../../../../src/queue/render/worker", import.meta.url);
  const child = fork(fileURLToPath(url), [WORK, "render"], {
    execArgv: [...execArgv],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});
