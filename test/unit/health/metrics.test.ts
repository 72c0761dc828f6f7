import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Metrics, type MetricsSources } from "../../../src/health/metrics.ts";

const MONITORING = join(import.meta.dirname, "../../../docs/monitoring");
const QUEUE = { waiting: 3, running: 2, unanswered: 1, byPlatform: {}, medianSeconds: 4, oldestSeconds: 12.5 };
const WORKER = {
  host: "a",
  pid: 1,
  version: "1.2.3",
  places: 2,
  busy: 1,
  done: 9,
  failed: 0,
  heardAt: 0,
  standing: "usable",
} as const;
const SOURCES: MetricsSources = {
  queue: async () => QUEUE,
  platforms: () => [
    { name: "telegram", connected: true },
    { name: "discord", connected: false },
  ],
  disk: async () => ({ bytes: 1000, records: 24, free: 5e9, limit: null }),
  remote: async () => ({ workers: [WORKER, { ...WORKER, standing: "gone" }], reachable: true, memory: 4e6 }),
  version: "1.2.3",
};

let text: string;
beforeEach(async () => {
  const metrics = new Metrics(SOURCES);
  metrics.observe({ outcome: "clip", stages: { render: 1200, total: 3000 } });
  metrics.observe({ outcome: "noFace", stages: null });
  metrics.refused("quota");
  text = (await metrics.text()).body;
});

describe("the metrics", () => {
  it("tell what was made, refused, kept and connected, and by which version", () => {
    const lines = text.split("\n");
    for (const line of [
      'keepsake_jobs_total{outcome="clip"} 1',
      'keepsake_jobs_total{outcome="noFace"} 1',
      'keepsake_refusals_total{reason="quota"} 1',
      'keepsake_stage_seconds_sum{stage="render"} 1.2',
      'keepsake_platform_up{platform="telegram"} 1',
      'keepsake_platform_up{platform="discord"} 0',
      "keepsake_queue_oldest_seconds 12.5",
      "keepsake_store_bytes 1024",
      "keepsake_store_limit_bytes +Inf",
      "keepsake_disk_free_bytes 5000000000",
      `keepsake_build_info{version="1.2.3",node="${process.versions.node}"} 1`,
    ])
      expect(lines).toContain(line);
  });

  it("tell of the workers, where there are some", async () => {
    const lines = text.split("\n");
    for (const line of [
      'keepsake_workers{standing="usable"} 1',
      'keepsake_workers{standing="gone"} 1',
      "keepsake_worker_places 2",
      "keepsake_worker_busy 2",
      "keepsake_redis_up 1",
      "keepsake_redis_bytes 4000000",
    ])
      expect(lines).toContain(line);
    const alone = (await new Metrics({ ...SOURCES, remote: async () => null }).text()).body;
    expect(alone).not.toContain("keepsake_workers{");
  });

  it("look once at the line and at the disk, however many figures come from there", async () => {
    const sources = { ...SOURCES, queue: vi.fn(SOURCES.queue), disk: vi.fn(SOURCES.disk) };
    await new Metrics(sources).text();
    expect([sources.queue.mock.calls.length, sources.disk.mock.calls.length]).toEqual([1, 1]);
  });

  it("are named as Prometheus wants it: counters end with _total, units are seconds and bytes", () => {
    const kinds = [...text.matchAll(/^# TYPE (keepsake_\S+) (\S+)$/gm)].map(([, name = "", kind = ""]) => ({
      name,
      kind,
    }));
    expect(kinds.length).toBeGreaterThan(10);
    for (const { name, kind } of kinds) expect(name.endsWith("_total"), name).toBe(kind === "counter");
    expect(text).not.toMatch(/^keepsake_\w*(milliseconds|_ms|megabytes|_mb)\b/m);
  });
});

describe.each(["grafana.json", "alerts.yml"])("%s", (file) => {
  it("asks only for metrics that there are", () => {
    const exposed = new Set([...text.matchAll(/^([a-z]\w*)(?:\{| )/gm)].map(([, name]) => name));
    const asked = readFileSync(join(MONITORING, file), "utf8").match(/\b(?:keepsake|process|nodejs)_\w+/g) ?? [];
    expect(asked.length).toBeGreaterThan(5);
    expect([...new Set(asked)].filter((name) => !exposed.has(name))).toEqual([]);
  });
});

it("has an alert or a panel for everything of its own that it tells", () => {
  const shown = ["grafana.json", "alerts.yml"].map((file) => readFileSync(join(MONITORING, file), "utf8")).join("");
  const own = [...text.matchAll(/^# TYPE (keepsake_\S+)/gm)].flatMap(([, name]) => name ?? []);
  expect(own.filter((name) => !shown.includes(name))).toEqual([]);
});
