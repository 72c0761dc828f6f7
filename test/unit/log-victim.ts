/** Logs to standard error before, while and after no file may grow. */
import { execFileSync } from "node:child_process";
import { createLog } from "../../src/log.ts";

function letFilesGrow(grow: boolean): void {
  execFileSync("prlimit", ["--pid", String(process.pid), `--fsize=${grow ? "unlimited" : "0"}:`]);
}

const log = createLog("info", []);
log.info("before");
letFilesGrow(false);
log.info("meanwhile");
letFilesGrow(true);
log.info("after");
