import { createPrivateKey, createPublicKey, type KeyObject, webcrypto, X509Certificate } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What clips are signed with. */
export interface Identity {
  readonly key: KeyObject;
  /** The certificate of the key, then those that vouch for it, each as DER. */
  readonly chain: readonly Uint8Array[];
}

/** Files of an identity: certificates and private key, each as PEM. */
export interface IdentityFiles {
  readonly cert: string;
  readonly key: string;
}

/** An identity that cannot be used; the message says what is wrong with it. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";
}

const YEARS = 10;
const DAY_MS = 86_400_000;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";
const PEM = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Reads an identity from its files. Throws `IdentityError`. */
export async function readIdentity({ cert, key }: IdentityFiles): Promise<Identity> {
  const [certificates, secret] = await Promise.all([readText(cert), readText(key)]);
  return identityIn(certificates, secret, { cert, key });
}

/** An identity in PEM form; `names` are what its parts are called when something is wrong with them. Throws `IdentityError`. */
export function identityIn(
  certificates: string,
  secret: string,
  names: IdentityFiles = { cert: "the certificate", key: "the key" },
): Identity {
  const chain = (certificates.match(PEM) ?? []).map((pem) => new X509Certificate(pem));
  const [leaf] = chain;
  if (leaf === undefined) throw new IdentityError(`${names.cert} holds no certificate in PEM form`);
  const key = privateKeyIn(secret, names.key);
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new IdentityError(`${names.key} must be an EC key on the curve P-256`);
  }
  if (!createPublicKey(key).equals(leaf.publicKey)) {
    throw new IdentityError(`${names.key} does not belong to ${names.cert}`);
  }
  return { key, chain: chain.map(({ raw }) => raw) };
}

/**
 * The identity of this installation in a folder of its own; made on first start: a certificate authority that exists for this one
 * certificate, since readers want none that vouches for itself, and that has no key any more when it has signed. It names nobody.
 * Its files are their owner's alone.
 */
export async function ensureIdentity(folder: string, now: number): Promise<Identity> {
  const files = { cert: join(folder, "chain.pem"), key: join(folder, "key.pem") };
  try {
    return await readIdentity(files);
  } catch (error) {
    if (!(error instanceof IdentityError) || !(await isMissing(files.key))) throw error;
  }
  const made = await makeIdentity(now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(files.cert, made.cert, { mode: 0o600 });
  await writeFile(files.key, made.key, { mode: 0o600 });
  for (const file of Object.values(files)) await chmod(file, 0o600);
  return readIdentity(files);
}

/** A new key and its chain as PEM. `now` in ms since 1970. */
export async function makeIdentity(now: number): Promise<{ readonly cert: string; readonly key: string }> {
  // It is needed once in the life of an installation.
  await import("reflect-metadata");
  const x509 = await import("@peculiar/x509");
  x509.cryptoProvider.set(webcrypto);
  const { subtle } = webcrypto;
  const pair = async () => subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const [authority, own] = await Promise.all([pair(), pair()]);
  const period = { notBefore: new Date(now - DAY_MS), notAfter: new Date(now + YEARS * 365 * DAY_MS) };
  const common = { ...period, signingAlgorithm: ALGORITHM };
  const { BasicConstraintsExtension, KeyUsagesExtension, KeyUsageFlags } = x509;
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...common,
    serialNumber: "01",
    name: "CN=Keepsake own authority, O=Keepsake",
    keys: authority,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const leaf = await x509.X509CertificateGenerator.create({
    ...common,
    serialNumber: "02",
    subject: "CN=Keepsake, O=Keepsake",
    issuer: root.subject,
    publicKey: own.publicKey,
    signingKey: authority.privateKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([EMAIL_PROTECTION], true),
      await x509.SubjectKeyIdentifierExtension.create(own.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const der = Buffer.from(await subtle.exportKey("pkcs8", own.privateKey));
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" }).export({ type: "pkcs8", format: "pem" });
  return { cert: `${leaf.toString("pem")}\n${root.toString("pem")}\n`, key: key.toString() };
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new IdentityError(`${path} cannot be read`, { cause: error });
  }
}

async function isMissing(path: string): Promise<boolean> {
  return readFile(path).then(
    () => false,
    () => true,
  );
}

function privateKeyIn(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch (error) {
    // What it says of the key is nobody's business.
    throw new IdentityError(`${path} holds no private key that can be read`, { cause: (error as Error).name });
  }
}
