/**
 * X.509 certificates (RFC 5280) as far as an installation's own need them. Written out, because libraries for all of X.509 take a third
 * of a second to be loaded, and the command line makes an identity in each run.
 */
import { createHash, type KeyObject, sign } from "node:crypto";

export interface CertificateWish {
  readonly serial: number;
  readonly subject: string;
  /** Without it the certificate is its own authority. */
  readonly issuer?: { readonly name: string; readonly publicKey: KeyObject };
  readonly publicKey: KeyObject;
  /** The authority's. Both keys are on the curve P-256. */
  readonly signingKey: KeyObject;
  /** Milliseconds since 1970. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** Tags of DER (X.690). */
const TAG = {
  boolean: 1,
  integer: 2,
  bits: 3,
  octets: 4,
  text: 12,
  sequence: 0x30,
  set: 0x31,
  shortTime: 23,
  longTime: 24,
} as const;
/** Within a certificate: its version, its extensions, and the number of an authority's key. */
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;
const KEY_NUMBER = 0x80;
const TRUE = Buffer.of(0xff);
const V3 = Buffer.of(2);

/** Object identifiers, as DER. */
const OID = {
  ecdsaWithSha256: oid("2a8648ce3d040302"),
  commonName: oid("550403"),
  organisation: oid("55040a"),
  basicConstraints: oid("551d13"),
  keyUsage: oid("551d0f"),
  extendedKeyUsage: oid("551d25"),
  subjectKey: oid("551d0e"),
  authorityKey: oid("551d23"),
  emailProtection: oid("2b06010505070304"),
} as const;
const ORGANISATION = "Keepsake";
/** Bits of key usage, each with the number of bits that are left over: may sign certificates, may sign anything else. */
const SIGNS_CERTIFICATES = Buffer.of(2, 0b0000_0100);
const SIGNS_FILES = Buffer.of(7, 0b1000_0000);
/** From this year on times have four digits for it. */
const LONG_YEAR = 2050;
/** A point of the curve, at the end of a public key as DER. */
const POINT_BYTES = 65;

/** A certificate as DER: an authority's, or of a key that signs files, for what readers of signed metadata call e-mail protection. */
export function certificateOf(wish: CertificateWish): Uint8Array {
  const { serial, subject, issuer, publicKey, signingKey, notBefore, notAfter } = wish;
  const algorithm = item(TAG.sequence, OID.ecdsaWithSha256);
  const claims = item(
    TAG.sequence,
    item(VERSION, item(TAG.integer, V3)),
    item(TAG.integer, Buffer.of(serial)),
    algorithm,
    nameOf(issuer?.name ?? subject),
    item(TAG.sequence, timeOf(notBefore), timeOf(notAfter)),
    nameOf(subject),
    publicKey.export({ type: "spki", format: "der" }),
    item(EXTENSIONS, item(TAG.sequence, ...extensionsOf(publicKey, issuer?.publicKey))),
  );
  const signature = sign("sha256", claims, signingKey);
  return item(TAG.sequence, claims, algorithm, item(TAG.bits, Buffer.of(0), signature));
}

function extensionsOf(publicKey: KeyObject, authority: KeyObject | undefined): readonly Buffer[] {
  const number = extension(OID.subjectKey, item(TAG.octets, numberOf(publicKey)));
  if (authority === undefined) {
    const mayVouchForOne = item(TAG.sequence, item(TAG.boolean, TRUE), item(TAG.integer, Buffer.of(0)));
    return [
      critical(OID.basicConstraints, mayVouchForOne),
      critical(OID.keyUsage, item(TAG.bits, SIGNS_CERTIFICATES)),
      number,
    ];
  }
  return [
    critical(OID.basicConstraints, item(TAG.sequence)),
    critical(OID.keyUsage, item(TAG.bits, SIGNS_FILES)),
    extension(OID.extendedKeyUsage, item(TAG.sequence, OID.emailProtection)),
    number,
    extension(OID.authorityKey, item(TAG.sequence, item(KEY_NUMBER, numberOf(authority)))),
  ];
}

/** What a key is known by. */
function numberOf(publicKey: KeyObject): Buffer {
  const point = publicKey.export({ type: "spki", format: "der" }).subarray(-POINT_BYTES);
  return createHash("sha1").update(point).digest();
}

function extension(name: Buffer, value: Buffer): Buffer {
  return item(TAG.sequence, name, item(TAG.octets, value));
}

/** An extension that readers must understand. */
function critical(name: Buffer, value: Buffer): Buffer {
  return item(TAG.sequence, name, item(TAG.boolean, TRUE), item(TAG.octets, value));
}

function nameOf(commonName: string): Buffer {
  const part = (name: Buffer, text: string): Buffer =>
    item(TAG.set, item(TAG.sequence, name, item(TAG.text, Buffer.from(text))));
  return item(TAG.sequence, part(OID.commonName, commonName), part(OID.organisation, ORGANISATION));
}

function timeOf(ms: number): Buffer {
  const time = new Date(ms);
  const digits = time.toISOString().replace(/\.\d+|[-:T]/g, "");
  const long = time.getUTCFullYear() >= LONG_YEAR;
  return item(long ? TAG.longTime : TAG.shortTime, Buffer.from(long ? digits : digits.slice(2)));
}

function oid(hex: string): Buffer {
  return item(6, Buffer.from(hex, "hex"));
}

function item(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  if (length < 128) return Buffer.concat([Buffer.of(tag, length), value]);
  const bytes = length < 256 ? [length] : [length >> 8, length & 255];
  return Buffer.concat([Buffer.of(tag, 128 | bytes.length, ...bytes), value]);
}
