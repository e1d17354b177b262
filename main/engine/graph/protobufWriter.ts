/** Protocol Buffers' wire format, as far as ONNX needs it: varints, 32-bit floats, and what has a length. */
export type Writer = {
  int(field: number, value: number | bigint): void
  float(field: number, value: number): void
  string(field: number, text: string): void
  bytes(field: number, data: Uint8Array): void
  message(field: number, write: (inner: Writer) => void): void
}

const encoder = new TextEncoder()

/** pieces are the bytes so far, in order; finish joins them. */
export type RootWriter = Writer & { length(): number; pieces(): readonly Uint8Array[]; finish(): Uint8Array }

/** Collects pieces, so that a large array is copied once, at the end. */
export function createWriter(): RootWriter {
  const pieces: Uint8Array[] = []
  let length = 0
  const push = (piece: Uint8Array) => {
    pieces.push(piece)
    length += piece.length
  }
  const tag = (field: number, type: number) => push(varint((field << 3) | type))
  const bytes = (field: number, data: Uint8Array) => {
    tag(field, 2)
    push(varint(data.length))
    push(data)
  }
  return {
    int: (field, value) => {
      tag(field, 0)
      push(varint(value))
    },
    float: (field, value) => {
      tag(field, 5)
      push(new Uint8Array(Float32Array.of(value).buffer))
    },
    string: (field, text) => bytes(field, encoder.encode(text)),
    bytes,
    message: (field, write) => {
      const inner = createWriter()
      write(inner)
      tag(field, 2)
      push(varint(inner.length()))
      for (const piece of inner.pieces()) push(piece)
    },
    length: () => length,
    pieces: () => pieces,
    finish: () => {
      const all = new Uint8Array(length)
      let offset = 0
      for (const piece of pieces) {
        all.set(piece, offset)
        offset += piece.length
      }
      return all
    },
  }
}

function varint(value: number | bigint): Uint8Array {
  const out: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(rest & 127n)
    rest >>= 7n
    out.push(rest ? low | 128 : low)
  } while (rest)
  return Uint8Array.from(out)
}
