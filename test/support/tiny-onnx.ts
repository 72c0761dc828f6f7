/** Fields of a protocol buffer: its number, and a number, a text or fields within. */
type Field = readonly [number: number, value: number | string | readonly Field[]];

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
}

function encode(fields: readonly Field[]): number[] {
  return fields.flatMap(([number, value]) => {
    if (typeof value === "number") return [...varint(number << 3), ...varint(value)];
    const content = typeof value === "string" ? [...Buffer.from(value)] : encode(value);
    return [...varint((number << 3) | 2), ...varint(content.length), ...content];
  });
}

/** A network of one node, such as `Identity` or `Neg`, in ONNX (onnx.proto, IR version 8, operators of version 13). */
export function oneNode(operator: string, shape: readonly number[]): Uint8Array {
  const dimensions = shape.map((size): Field => [1, [[1, size]]]);
  const value = (name: string): Field[] => [
    [1, name],
    [2, [[1, [[1, 1] as const, [2, dimensions] as const]]]],
  ];
  const node: Field[] = [
    [1, "given"],
    [2, "taken"],
    [4, operator],
  ];
  const graph: Field[] = [
    [1, node],
    [2, "graph"],
    [11, value("given")],
    [12, value("taken")],
  ];
  return Uint8Array.from(
    encode([
      [1, 8],
      [7, graph],
      [
        8,
        [
          [1, ""],
          [2, 13],
        ],
      ],
    ]),
  );
}
