import { X509Certificate } from "node:crypto";
import { statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import {
  ensureIdentity,
  type Identity,
  IdentityError,
  identityIn,
  makeIdentity,
  readIdentity,
} from "../../../src/provenance/identity.ts";
import { readCredentials } from "../../../src/provenance/read.ts";
import { openSigner, type Signer } from "../../../src/provenance/sign.ts";
import { temporaryFolder } from "../store/open-store.ts";

const NOW = Date.UTC(2026, 10, 27);
const identityMadeAt = async (now: number): Promise<Identity> => {
  const { cert, key } = await makeIdentity(now);
  return identityIn(cert, key);
};
const clip = await readFile(new URL("../../../examples/welcome.mp4", import.meta.url));

describe("signed metadata", () => {
  let signer: Signer;
  beforeAll(async () => {
    signer = openSigner(await identityMadeAt(NOW));
  });

  it("is intact for the official reader, and says what happened", async () => {
    const signed = await signer.sign(clip, { type: "video/mp4", making: { kind: "clip", changes: [] } });
    expect(await readCredentials(signed, "video/mp4")).toEqual({
      intact: true,
      generator: "Keepsake",
      signer: "Keepsake",
      sourceTypes: ["compositeSynthetic"],
    });
    expect(signed.length - clip.length).toBeLessThan(8000);
  });

  it("tells where a network has drawn", async () => {
    const making = { kind: "clip", changes: ["mended", "enlarged"] } as const;
    const credentials = await readCredentials(await signer.sign(clip, { type: "video/mp4", making }), "video/mp4");
    expect(credentials?.sourceTypes).toEqual(["compositeWithTrainedAlgorithmicMedia", "trainedAlgorithmicMedia"]);
  });

  it("is broken when a byte of the pictures is changed", async () => {
    const signed = Buffer.from(await signer.sign(clip, { type: "video/mp4", making: { kind: "clip", changes: [] } }));
    signed[signed.length - 1000]! ^= 1;
    expect((await readCredentials(signed, "video/mp4"))?.intact).toBe(false);
  });

  it("names the parts of a reel, each with its own", async () => {
    const part = await signer.sign(clip, { type: "video/mp4", making: { kind: "clip", changes: ["enlarged"] } });
    const reel = await signer.sign(clip, { type: "video/mp4", making: { kind: "reel", parts: [part, part] } });
    expect(await readCredentials(reel, "video/mp4")).toMatchObject({ intact: true, generator: "Keepsake" });
    expect(Buffer.from(reel).includes("componentOf")).toBe(true);
  });

  it("is put into what is made of a clip, with the clip's own", async () => {
    const of = await signer.sign(clip, { type: "video/mp4", making: { kind: "clip", changes: ["redrawn"] } });
    const grey = sharp({ create: { width: 32, height: 32, channels: 3, background: "#888" } });
    const sourceTypes = ["compositeWithTrainedAlgorithmicMedia", "trainedAlgorithmicMedia"];
    for (const [type, file] of [
      ["image/jpeg", await grey.clone().jpeg().toBuffer()],
      ["image/webp", await grey.clone().webp().toBuffer()],
      ["image/gif", await grey.clone().gif().toBuffer()],
    ] as const) {
      const signed = await signer.sign(file, { type, making: { kind: "conversion", of } });
      expect(await readCredentials(signed, type)).toMatchObject({ intact: true, generator: "Keepsake", sourceTypes });
      expect(signed.length - file.length).toBeLessThan(8000);
    }
  });

  it("is nothing in a file without it", async () => {
    expect(await readCredentials(clip, "video/mp4")).toBeNull();
    expect(await readCredentials(Buffer.from("no video"), "video/mp4")).toBeNull();
  });
});

describe("the identity of an installation", () => {
  it.skipIf(process.platform === "win32")("is made once, and its owner's alone", async () => {
    const folder = join(await temporaryFolder(), "c2pa");
    const { chain } = await ensureIdentity(folder, NOW);
    expect(chain).toHaveLength(2);
    expect((await ensureIdentity(folder, NOW + 1)).chain).toEqual(chain);
    for (const file of ["key.pem", "chain.pem"]) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it("is a certificate that may sign files, and the authority that vouches for it", async () => {
    for (const now of [NOW, Date.UTC(2044, 0, 1)]) {
      const [own, authority] = (await identityMadeAt(now)).chain.map((der) => new X509Certificate(der));
      expect(own!.subject).toBe("CN=Keepsake\nO=Keepsake");
      expect([own!.ca, authority!.ca]).toEqual([false, true]);
      expect(own!.checkIssued(authority!)).toBe(true);
      expect([own, authority].map((each) => each!.verify(authority!.publicKey))).toEqual([true, true]);
      expect(own!.keyUsage).toEqual(["1.3.6.1.5.5.7.3.4"]);
      expect(new Date(own!.validFrom).getTime()).toBe(now - 86_400_000);
      expect(new Date(own!.validTo).getTime()).toBe(now + 3650 * 86_400_000);
    }
  });

  it("may be the operator's own, if key and certificate belong together", async () => {
    const folder = await temporaryFolder();
    const [one, other] = await Promise.all([makeIdentity(NOW), makeIdentity(NOW)]);
    const files = { cert: join(folder, "cert.pem"), key: join(folder, "key.pem") };
    await writeFile(files.cert, one.cert);
    await writeFile(files.key, one.key);
    expect((await readIdentity(files)).chain).toHaveLength(2);
    await writeFile(files.key, other.key);
    await expect(readIdentity(files)).rejects.toThrow(IdentityError);
    await writeFile(files.key, "nonsense");
    await expect(readIdentity(files)).rejects.toThrow("holds no private key");
    await expect(readIdentity({ ...files, cert: join(folder, "none.pem") })).rejects.toThrow("cannot be read");
  });
});
