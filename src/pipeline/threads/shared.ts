/**
 * The same numbers in memory that all threads see: handing them to another thread copies nothing. Nobody may write to them any more.
 * For what is read number by number; whole stretches are copied out of such memory more slowly.
 */
export function shared<Numbers extends Uint8Array | Float32Array>(numbers: Numbers): Numbers {
  const memory = new SharedArrayBuffer(numbers.byteLength);
  new Uint8Array(memory).set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
  return (numbers instanceof Uint8Array ? new Uint8Array(memory) : new Float32Array(memory)) as Numbers;
}
