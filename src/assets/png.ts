import { crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [red: number, green: number, blue: number];

export interface Png {
  readonly width: number;
  readonly height: number;
  /** With a palette of up to 16 colours a pixel takes half a byte, without it three bytes: red, green, blue. */
  readonly palette?: readonly Colour[];
  /** Row by row, each beginning with a byte for its filter. */
  readonly rows: Uint8Array;
  /** How hard to look for a smaller file, up to 9, which it is unless told. */
  readonly level?: number;
}

/** The file of a picture. */
export function writePng({ width, height, palette, rows, level = 9 }: Png): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set(palette ? [4, 3, 0, 0, 0] : [8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(palette ? [chunk('PLTE', Buffer.from(palette.flat()))] : []),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
