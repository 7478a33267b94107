import { inflateRawSync } from 'node:zlib';

/** What an archive may be at most; a spreadsheet of ten thousand rows stays far below. */
export const zipLimits = { entries: 2_000, total: 64_000_000 };

export type ZipProblem = 'not-a-zip' | 'too-large' | 'encrypted';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;

/**
 * The wanted files of a ZIP archive. Small archives can pretend to be small and unpack to any size, so that what really
 * comes out is limited, not what the archive says about itself.
 */
export function unzip(
  archive: Buffer,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Buffer> | { readonly problem: ZipProblem } {
  try {
    return read(archive, isWanted);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { problem: code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-a-zip' };
  }
}

function read(
  archive: Buffer,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Buffer> | { problem: ZipProblem } {
  // The directory is announced at the end, before a comment of up to 65535 bytes.
  let end = archive.length - 22;
  const earliest = Math.max(0, end - 0xffff);
  while (end >= earliest && archive.readUInt32LE(end) !== endSignature) end -= 1;
  if (end < earliest) return { problem: 'not-a-zip' };
  const count = archive.readUInt16LE(end + 10);
  if (count > zipLimits.entries) return { problem: 'too-large' };
  let at = archive.readUInt32LE(end + 16);
  const files = new Map<string, Buffer>();
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (archive.readUInt32LE(at) !== entrySignature) return { problem: 'not-a-zip' };
    const flags = archive.readUInt16LE(at + 8);
    const method = archive.readUInt16LE(at + 10);
    const packedSize = archive.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    ) as [number, number, number];
    const start = archive.readUInt32LE(at + 42);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + extraLength + commentLength;
    if (!isWanted(name)) continue;
    if ((flags & 1) === 1) return { problem: 'encrypted' };
    if (archive.readUInt32LE(start) !== localSignature) return { problem: 'not-a-zip' };
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const packed = archive.subarray(from, from + packedSize);
    const room = zipLimits.total - total;
    if (room <= 0 || (method === 0 && packed.length > room)) return { problem: 'too-large' };
    if (method !== 0 && method !== 8) return { problem: 'not-a-zip' };
    const data = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: room });
    total += data.length;
    files.set(name, data);
  }
  return files;
}
