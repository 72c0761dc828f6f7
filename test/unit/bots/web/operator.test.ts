import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { UserError } from "../../../../src/errors.ts";
import type { Status } from "../../../../src/health/report.ts";
import { PORTRAIT } from "../../../support/photos.ts";
import { startWebRig } from "../../../support/web-rig.ts";

const SECRET = "only-for-the-operator";
const portrait = readFileSync(PORTRAIT);

it("tells the operator, and nobody else, how the bot is doing", async () => {
  const { url, visit, renderer, health, adapter } = await startWebRig({ adminSecret: SECRET });
  health.expect([adapter]);
  health.opened(adapter);
  const anna = await visit();
  await anna.postPhoto(portrait);
  await anna.clip();
  renderer.failures.push(new UserError("noFace"));
  await anna.postPhoto(Buffer.concat([portrait, Buffer.from("another")]));
  await anna.until((events) => JSON.stringify(events).includes("No face was found"));

  expect((await anna.get("/api/status")).status).toBe(401);
  expect((await anna.post("/api/status/session", { secret: "guessed" })).status).toBe(401);
  const opened = await anna.post("/api/status/session", { secret: SECRET });
  expect(opened.status).toBe(204);
  const cookie = opened.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  expect(opened.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
  const status = (await (await fetch(`${url}/api/status`, { headers: { cookie } })).json()) as Status;
  expect(status.platforms).toEqual([{ name: "web", connected: true, clips: 1, failed: 1 }]);
  expect(status.hours).toHaveLength(24);
  expect(status.hours.at(-1)).toMatchObject({ clips: 1, failed: 1 });
  expect(status.stages).toContainEqual({ name: "total", p50: 6, p95: 6 });
  expect(status).toMatchObject({ starts: 1, refusals: [], errors: [] });
  expect(status.memory.chat).toBeGreaterThan(1e7);
  expect(status.failures).toEqual([{ kind: "noFace", count: 1 }]);
  expect(status.disk).toMatchObject({ photos: 2, clips: 1 });
  expect(JSON.stringify(status)).not.toContain(anna.cookie.slice(9, 40));
  // A visitor's cookie opens nothing, and an operator's is no visitor's.
  expect((await fetch(`${url}/api/status`, { headers: { cookie: anna.cookie } })).status).toBe(401);
  const posing = cookie.replace("keepsake-operator", "keepsake");
  expect((await fetch(`${url}/api/events`, { headers: { cookie: posing } })).status).toBe(401);
});

it("does not let anybody try many secrets", async () => {
  const { visit } = await startWebRig({ adminSecret: SECRET });
  const statuses: number[] = [];
  for (let i = 0; i < 12; i++) {
    // Each as somebody new.
    statuses.push((await (await visit()).post("/api/status/session", { secret: `guess-${i}` })).status);
  }
  expect(statuses.slice(10)).toEqual([429, 429]);
});

it("has no status page without a secret", async () => {
  const { visit } = await startWebRig();
  const anna = await visit();
  expect((await anna.get("/status")).status).toBe(404);
  expect((await anna.get("/api/status")).status).toBe(404);
  expect((await anna.post("/api/status/session", { secret: "" })).status).toBe(404);
});

it("counts jobs, stages and waiting for Prometheus", async () => {
  const { url, visit } = await startWebRig({ adminSecret: SECRET });
  const anna = await visit();
  await anna.postPhoto(portrait);
  await anna.clip();
  expect((await fetch(`${url}/metrics`)).status).toBe(401);
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${SECRET}` } })).text();
  expect(text).toContain('keepsake_jobs_total{outcome="clip"} 1');
  expect(text).toContain('keepsake_stage_seconds_count{stage="render"} 1');
  expect(text).toMatch(/^keepsake_queue_waiting 0$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
  expect(text).toMatch(/^process_resident_memory_bytes /m);
});

it("says whether it is ready, or why not", async () => {
  const { url, health, adapter } = await startWebRig();
  const asked = async () => {
    const answer = await fetch(`${url}/healthz`);
    return { status: answer.status, body: await answer.json() };
  };
  const telegram = { port: { platform: "telegram" }, online: true };
  health.expect([adapter, telegram]);
  health.opened(adapter);
  expect(await asked()).toEqual({ status: 503, body: { ready: false, why: ["telegram is not connected"] } });
  health.opened(telegram);
  expect(await asked()).toEqual({ status: 200, body: { ready: true, why: [] } });
  telegram.online = false;
  expect(await asked()).toMatchObject({ status: 503 });
});
