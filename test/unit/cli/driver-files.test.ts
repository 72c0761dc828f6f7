import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { DRIVERS_FOLDER, readDriver } from "../../../src/pipeline/motion/drivers.ts";
import { keepsake } from "../../support/command.ts";

const NOD = join(DRIVERS_FOLDER, "nod.json");

const record = async (...args: string[]) => keepsake(["record", ...args]);

it("a driver goes out to Live Link Face and FaceLandmarker, and comes back by what the files hold", async () => {
  const folder = mkdtempSync(join(tmpdir(), "keepsake-motions-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const format of ["live-link", "face-landmarker"]) {
    const [out, back] = [join(folder, `${format}.dat`), join(folder, `${format}.json`)];
    expect(await record(NOD, "--out", out, "--format", format)).toMatchObject({ status: 0 });
    expect((await record(out, "--out", back, "--gesture", "my-nod")).stdout).toContain("gesture my-nod");
    expect(readDriver(readFileSync(back, "utf8"))).toMatchObject({ name: format, gesture: "my-nod" });
  }
  const broken = join(folder, "broken.csv");
  writeFileSync(broken, "Timecode,BlendshapeCount,JawOpen\nx,61,0\n");
  const out = join(folder, "x.json");
  const refused = await record(broken, "--out", out);
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain("two frames");
  writeFileSync(broken, "[1, 2]");
  expect((await record(broken, "--out", out)).stderr).toContain("neither a driver");
});
