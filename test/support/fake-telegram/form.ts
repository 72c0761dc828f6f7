/** Reads a multipart form: texts as strings, files as bytes. Throws when it is none. */
export function readForm(body: Buffer, contentType: string): Record<string, string | Uint8Array> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`no form: ${contentType}`);
  const fields: Record<string, string | Uint8Array> = {};
  for (const part of parts(body, `--${boundary}`)) {
    const end = part.indexOf("\r\n\r\n");
    const head = part.subarray(0, end).toString("utf8");
    const name = /[;\s]name="?([^";\r\n]+)"?/i.exec(head)?.[1];
    if (end === -1 || name === undefined) throw new Error(`no field of a form: ${head}`);
    const content = part.subarray(end + 4);
    fields[name] = /[;\s]filename=/i.test(head) ? new Uint8Array(content) : content.toString("utf8");
  }
  return fields;
}

/** What lies between the boundaries, without the line ends that belong to them. */
function* parts(body: Buffer, boundary: string): Generator<Buffer> {
  let start = body.indexOf(boundary);
  while (start !== -1) {
    start += boundary.length;
    const next = body.indexOf(`\r\n${boundary}`, start);
    if (next === -1) return;
    yield body.subarray(start + 2, next);
    start = next + 2;
  }
}
