/** Holds a data folder until it is ended: `folder-holder.ts DATA_DIR KEY`. Says `holding`, or why it could not begin. */
import { DiskStore } from "../../../src/store/disk-store.ts";

const [dataDir = "", key = ""] = process.argv.slice(2);
try {
  const store = await DiskStore.open({ dataDir, key, retentionMs: 3_600_000, now: Date.now, lockWaitMs: 100 });
  process.stdout.write("holding\n");
  const alive = setInterval(() => undefined, 60_000);
  process.once("SIGTERM", () => {
    void store.close().finally(() => clearInterval(alive));
  });
} catch (error) {
  process.stdout.write(`${String(error)}\n`);
}
