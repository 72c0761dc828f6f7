import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchModel } from "../../../src/cli/models.ts";
import { UsageError } from "../../../src/cli/usage.ts";
import { GFPGAN, type OptionalModel } from "../../../src/pipeline/models/optional.ts";

const content = Buffer.from("weights");
const model: OptionalModel = {
  ...GFPGAN,
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
};

describe("pulling a model", () => {
  let folder: string;
  let server: Server;
  let url: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keepsake-pull-"));
    const answers: Record<string, Buffer> = {
      "/model": content,
      "/longer": Buffer.concat([content, content]),
      "/altered": Buffer.from("weight!"),
    };
    server = createServer(({ url: path }, response) => {
      const body = answers[path ?? ""];
      response.writeHead(body ? 200 : 404).end(body);
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true });
  });

  const pull = async (from: string): Promise<string> => fetchModel(model, from, folder, new AbortController().signal);

  it("puts the file in its place, from an address or from a file", async () => {
    const path = await pull(`${url}/model`);
    expect(await readFile(path)).toEqual(content);
    expect(await pull(path)).toBe(path);
    expect(await readdir(folder)).toEqual(["gfpgan.onnx"]);
  });

  it.each([
    ["/altered", /another file than the one that is known: its SHA-256 is/],
    ["/longer", /larger than the model that is known/],
    ["/none", /cannot be had: the server answered 404\. Fetch it by other means/],
  ])("refuses %s and leaves nothing behind", async (path, message) => {
    const pulling = pull(url + path);
    await expect(pulling).rejects.toThrow(message);
    await expect(pulling).rejects.toBeInstanceOf(UsageError);
    expect(await readdir(folder)).toEqual([]);
  });

  it("says why a file cannot be had", async () => {
    await expect(pull(join(folder, "gone"))).rejects.toThrow(/cannot be had: ENOENT/);
  });
});
