// Loaded into the bot's process by a test: writes how long its event loop was held up, in milliseconds, to LAG_FILE.
import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

const file = process.env.LAG_FILE;
// The render processes inherit no variables of ours.
if (file !== undefined) {
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  // Start-up does not count: the test says when it is over.
  process.on("SIGUSR2", () => histogram.enable());
  process.on("exit", () => {
    const ms = (value) => Math.round(value / 1e6);
    writeFileSync(
      file,
      JSON.stringify({ p50: ms(histogram.percentile(50)), p99: ms(histogram.percentile(99)), max: ms(histogram.max) }),
    );
  });
}
