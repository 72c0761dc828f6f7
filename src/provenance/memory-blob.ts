/**
 * The signing library is made for browsers' workers: it takes files as `Blob`s, and reads them at once by `FileReaderSync`. Node has the
 * first and not the second; this is as much of both as it needs.
 */
const contents = new WeakMap<Blob, Uint8Array>();

class MemoryBlob extends Blob {
  override slice(start = 0, end = this.size): Blob {
    return blobOf(bytesOf(this).subarray(start, end), this.type);
  }
}

/** A blob that can be read at once. */
export function blobOf(bytes: Uint8Array, type: string): Blob {
  const blob = new MemoryBlob([], { type });
  contents.set(blob, bytes);
  return Object.defineProperty(blob, "size", { value: bytes.length });
}

function bytesOf(blob: Blob): Uint8Array {
  const bytes = contents.get(blob);
  if (bytes === undefined) throw new Error("this blob cannot be read at once");
  return bytes;
}

class MemoryReader {
  readAsArrayBuffer(blob: Blob): ArrayBuffer {
    return new Uint8Array(bytesOf(blob)).buffer;
  }
}

/** Has the library find what it reads blobs by. */
export function provideFileReader(): void {
  Object.assign(globalThis, { FileReaderSync: MemoryReader });
}
