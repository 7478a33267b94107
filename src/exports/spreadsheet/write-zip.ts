import { constants, crc32, deflateRawSync } from 'node:zlib';

/** 1980-01-01, the first day that the format knows: the same files make the same bytes on every day. */
const dosDate = 0x21;

/** So many bytes of what comes in pieces are packed at a time. */
const chunk = 1_000_000;
/** So far back does what is packed refer to what was before it. */
const window = 32_768;

/** A file of an archive; a long one piece by piece. */
export type ZipFile = readonly [name: string, data: Uint8Array | string | Iterable<string>];

/** A ZIP archive of these files, in this order. */
export const writeZip = (files: Iterable<ZipFile>): Buffer => Buffer.concat([...zipInPieces(files)]);

/**
 * The same in pieces, a file after the other. Of a file that comes in pieces, only what it is packed into is in memory as a
 * whole: its sizes stand before it, where programs look for them that read an archive from its beginning.
 */
export function* zipInPieces(files: Iterable<ZipFile>): Generator<Uint8Array, void> {
  const directory: Uint8Array[] = [];
  let offset = 0;
  let count = 0;
  for (const [name, content] of files) {
    const { pieces, packedSize, size, sum } = pack(content);
    const title = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Bit 11: the name is UTF-8.
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(dosDate, 8);
    common.writeUInt32LE(sum, 10);
    common.writeUInt32LE(packedSize, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(title.length, 22);
    yield Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title]);
    yield* pieces;
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, title);
    offset += 30 + title.length + packedSize;
    count += 1;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  yield Buffer.concat([...directory, end]);
}

interface Packed {
  readonly pieces: readonly Uint8Array[];
  readonly packedSize: number;
  /** In bytes, before it was packed. */
  readonly size: number;
  /** CRC-32 of what is packed. */
  readonly sum: number;
}

/** One stream of Deflate, made of blocks that end at whole bytes: a block refers to the end of the one before it. */
function pack(content: ZipFile[1]): Packed {
  const pieces: Uint8Array[] = [];
  let packedSize = 0;
  let size = 0;
  let sum = 0;
  let before: Buffer | undefined;
  for (const { data, isLast } of chunksOf(content)) {
    const packed = deflateRawSync(data, {
      finishFlush: isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
      ...(before ? { dictionary: before } : {}),
    });
    pieces.push(packed);
    packedSize += packed.length;
    size += data.length;
    sum = crc32(data, sum);
    before = data.subarray(-window);
  }
  return { pieces, packedSize, size, sum };
}

function* chunksOf(content: ZipFile[1]): Generator<{ readonly data: Buffer; readonly isLast: boolean }, void> {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
    let text = '';
    for (const piece of content) {
      text += piece;
      if (text.length < chunk) continue;
      yield { data: Buffer.from(text), isLast: false };
      text = '';
    }
    yield { data: Buffer.from(text), isLast: true };
  } else yield { data: Buffer.from(content as string), isLast: true };
}
