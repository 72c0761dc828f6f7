import { defineConfig } from "vitest/config";

/** Tests of parts with real servers, processes or judging models: whole seconds each, too slow for the fast ones. */
const SERVICES = [
  "test/unit/bots/{telegram,discord}/**/*.test.ts",
  "test/unit/bots/web/{http,operator,built-page}.test.ts",
  "test/unit/queue/worker-pool.test.ts",
  "test/unit/judges.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "test/contract/**/*.test.ts"],
          exclude: SERVICES,
          // They share no state, and a fresh process for each file costs more than the tests do.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
        },
      },
      { test: { name: "service", include: SERVICES, testTimeout: 30_000, sequence: { groupOrder: 1 } } },
      {
        // Whole runs of the pipeline: one file at a time, because each of them uses every core by itself.
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
