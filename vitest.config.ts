import { defineConfig } from "vitest/config";

/**
 * Tests of parts with real servers, processes, threads, ffmpeg or models, with whole pictures, whole bots, crowds or made-up
 * worlds: whole seconds each, too slow for the fast ones.
 */
const SERVICES = [
  "test/contract/{engines,studios,telegram-port,discord-port,web-port}.test.ts",
  "test/unit/bots/conversation/{ask-first,other-platform}.test.ts",
  "test/unit/bots/{telegram,discord}/**/*.test.ts",
  "test/unit/bots/web/{album,http,operator,passes,built-page,room,crowd,verify,movements}.test.ts",
  "test/unit/cli/{commands,completion}.test.ts",
  "test/unit/pipeline/enhance/*.test.ts",
  "test/unit/pipeline/mesh/{render/*,whole,rig/cutout/own-person,rig/eye/lid-skin,rig/eye/glints}.test.ts",
  "test/unit/pipeline/perceive/detect.test.ts",
  "test/unit/pipeline/photo/{nasty,decode,heic,refuse,plane}.test.ts",
  "test/unit/pipeline/listen/*.test.ts",
  "test/unit/pipeline/record/motion.test.ts",
  "test/unit/pipeline/reel/reel.test.ts",
  "test/unit/pipeline/video/{encode,watermark}.test.ts",
  "test/unit/pipeline/threads/threads.test.ts",
  "test/unit/queue/crowd.test.ts",
  "test/unit/queue/remote/{private,redis-trouble,workers-lost}.test.ts",
  "test/unit/queue/render/{local-studio,studio-memory,studio-log,reduce-picture,small-pictures}.test.ts",
  "test/unit/simulation/*.test.ts",
  "test/unit/store/{full-disk,second-process}.test.ts",
  "test/unit/{judges,log}.test.ts",
];

/** Tests that judge what the pipeline makes, how an installation is kept or what a restart loses, and not how long anything takes. */
const PIPELINE = [
  "test/e2e/{cli,confined,engine,enhance,everyone,formats,gestures,library,perception,record,sticker}.test.ts",
  "test/e2e/{moving,queue-kill,telegram-restart}.test.ts",
];
/** Time for a clip on a machine that is busy with other things. */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000 };

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
      {
        // Mostly they wait, for clocks and for each other's servers. To load a whole bot anew for each file costs minutes.
        test: {
          name: "service",
          include: SERVICES,
          isolate: false,
          maxWorkers: 3,
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // Two files at a time: what one does on a single core leaves the other one free.
        test: { name: "pipeline", include: PIPELINE, maxWorkers: 2, ...PATIENCE, sequence: { groupOrder: 2 } },
      },
      {
        // Writes down what people meet: npm run transcripts.
        test: { name: "transcripts", include: ["test/transcripts/**/*.test.ts"], maxWorkers: 2, testTimeout: 30_000 },
      },
      {
        // Needs photos that are not part of Keepsake: npm run test:photos.
        test: { name: "photos", include: ["test/photos/**/*.test.ts"], maxWorkers: 2, ...PATIENCE },
      },
      {
        // Bots and queues as they are started: one file at a time, because each of them uses every core by itself.
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          exclude: PIPELINE,
          fileParallelism: false,
          ...PATIENCE,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
