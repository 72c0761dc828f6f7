import { sign } from "node:crypto";
import type { Identity } from "./identity.ts";

/** Kinds of CBOR items (RFC 8949), as far as a signature needs them. */
const KIND = { number: 0, bytes: 2, text: 3, list: 4, map: 5, tag: 6 } as const;
const NULL = Buffer.of(0xf6);
/** Numbers of COSE (RFC 9052, RFC 9360): the algorithm's label, ES256 (-7), the chain's label, and the tag of a signature by one. */
const ALGORITHM = item(KIND.number, 1);
const ES256 = Buffer.of(0x26);
const CHAIN = item(KIND.number, 33);
const SIGN1 = 18;

/** A COSE_Sign1 of a claim, of exactly `size` bytes: the claim stays outside of it. Throws RangeError where it does not fit. */
export function coseSignature(claim: Uint8Array, { key, chain }: Identity, size: number): Uint8Array {
  const certificates = Buffer.concat([item(KIND.list, chain.length), ...chain.map(bytes)]);
  const header = Buffer.concat([item(KIND.map, 2), ALGORITHM, ES256, CHAIN, certificates]);
  const signed = Buffer.concat([
    item(KIND.list, 4),
    text("Signature1"),
    bytes(header),
    bytes(new Uint8Array(0)),
    bytes(claim),
  ]);
  const signature = sign("sha256", signed, { key, dsaEncoding: "ieee-p1363" });
  const padded = (padding: number): Buffer =>
    Buffer.concat([
      item(KIND.tag, SIGN1),
      item(KIND.list, 4),
      bytes(header),
      ...[item(KIND.map, 1), text("pad"), bytes(new Uint8Array(padding))],
      NULL,
      bytes(signature),
    ]);
  // A longer length takes more bytes to be written down.
  for (let padding = size - padded(0).length; padding >= 0; padding--) {
    const whole = padded(padding);
    if (whole.length === size) return whole;
  }
  throw new RangeError(`a signature does not fit into ${size} bytes`);
}

function item(kind: number, value: number): Buffer {
  const major = kind << 5;
  if (value < 24) return Buffer.of(major | value);
  if (value < 2 ** 8) return Buffer.of(major | 24, value);
  if (value < 2 ** 16) return Buffer.of(major | 25, value >> 8, value & 255);
  return Buffer.of(major | 26, value >>> 24, (value >> 16) & 255, (value >> 8) & 255, value & 255);
}

function bytes(value: Uint8Array): Buffer {
  return Buffer.concat([item(KIND.bytes, value.length), value]);
}

function text(value: string): Buffer {
  return Buffer.concat([item(KIND.text, Buffer.byteLength(value)), Buffer.from(value)]);
}
