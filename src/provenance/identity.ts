import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, X509Certificate } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { certificateOf } from "./certificate.ts";

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
/** P-256, as OpenSSL calls it. */
const CURVE = "prime256v1";
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
  if (key.asymmetricKeyDetails?.namedCurve !== CURVE) {
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
  const made = makeIdentity(now);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(files.cert, made.cert, { mode: 0o600 });
  await writeFile(files.key, made.key, { mode: 0o600 });
  for (const file of Object.values(files)) await chmod(file, 0o600);
  return readIdentity(files);
}

/** A new key and its chain as PEM. `now` in ms since 1970. */
export function makeIdentity(now: number): { readonly cert: string; readonly key: string } {
  const [authority, own] = [newKeys(), newKeys()];
  const period = { notBefore: now - DAY_MS, notAfter: now + YEARS * 365 * DAY_MS, signingKey: authority.privateKey };
  const root = { name: "Keepsake own authority", publicKey: authority.publicKey };
  const vouching = certificateOf({ ...period, serial: 1, subject: root.name, publicKey: authority.publicKey });
  const leaf = certificateOf({ ...period, serial: 2, subject: "Keepsake", issuer: root, publicKey: own.publicKey });
  const key = own.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { cert: [leaf, vouching].map((der) => new X509Certificate(der).toString()).join(""), key };
}

const newKeys = (): { readonly publicKey: KeyObject; readonly privateKey: KeyObject } =>
  generateKeyPairSync("ec", { namedCurve: CURVE });

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
