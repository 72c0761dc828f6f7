import { z } from "zod";
import { OFFLINE, openC2pa } from "./c2pa.ts";

/** What a file's signed metadata (C2PA) says. */
export interface Credentials {
  /** Whether the signature and the hashes are right: a file that was changed after it was signed is not intact. */
  readonly intact: boolean;
  /** The program that wrote it, and the name in the certificate; anybody can make a certificate with any name. */
  readonly generator: string | null;
  readonly signer: string | null;
  /** Last words of the IPTC's source types: `compositeSynthetic`. */
  readonly sourceTypes: readonly string[];
}

/** What can hold signed metadata. */
const READABLE: ReadonlySet<string> = new Set([
  ...["video/mp4", "video/quicktime", "image/jpeg", "image/png", "image/webp", "image/gif", "image/tiff"],
  ...["image/avif", "image/heic", "image/heif"],
]);

const Action = z.object({ digitalSourceType: z.string().optional() });
const Manifest = z.object({
  claim_generator_info: z.array(z.object({ name: z.string() })).optional(),
  signature_info: z.object({ common_name: z.string().nullish(), issuer: z.string().nullish() }).optional(),
  assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).optional(),
});
const Store = z.object({
  active_manifest: z.string().optional(),
  manifests: z.record(z.string(), Manifest).optional(),
  validation_state: z.string().optional(),
});

/** Reads a file's signed metadata with the official reader; null where it has none. `type` is the file's media type. */
export async function readCredentials(bytes: Uint8Array, type: string | null): Promise<Credentials | null> {
  if (type === null || !READABLE.has(type)) return null;
  const { WasmReader } = await openC2pa();
  let text: string;
  try {
    const reader = await WasmReader.fromBytes(type, bytes, OFFLINE);
    text = reader.json();
    reader.free();
  } catch {
    // It throws where there is nothing to read.
    return null;
  }
  const store = Store.safeParse(JSON.parse(text));
  const manifest = store.data?.manifests?.[store.data.active_manifest ?? ""];
  if (store.data === undefined || manifest === undefined) return null;
  const { claim_generator_info: generators, signature_info: signature } = manifest;
  // What a file was made from says it of itself.
  const assertions = Object.values(store.data.manifests ?? {}).flatMap((each) => each.assertions ?? []);
  return {
    intact: store.data.validation_state === "Valid" || store.data.validation_state === "Trusted",
    generator: generators?.[0]?.name ?? null,
    signer: signature?.common_name ?? signature?.issuer ?? null,
    sourceTypes: sourceTypesIn(assertions),
  };
}

function sourceTypesIn(assertions: readonly { readonly label: string; readonly data?: unknown }[]): readonly string[] {
  const Actions = z.object({ actions: z.array(Action) });
  const actions = assertions
    .filter(({ label }) => label.startsWith("c2pa.actions"))
    .flatMap(({ data }) => Actions.safeParse(data).data?.actions ?? []);
  const types = actions.flatMap(({ digitalSourceType }) => digitalSourceType?.split("/").at(-1) ?? []);
  return [...new Set(types)];
}
