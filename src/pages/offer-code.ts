import { generate } from 'lean-qr';
import { writePng } from '../assets/png.ts';
import type { PageContext } from '../views/page-context.ts';
import { wholeAddress } from '../views/whole-address.ts';

/** Light modules around the code that a camera needs to find it (ISO/IEC 18004). */
const quiet = 4;
/** Pixels of a module: one byte of a picture with half a byte a pixel; printers that smooth pictures leave its middle as it is. */
const scale = 2;
const dark = 0x11;

const known = new Map<string, string>();

/** The address that opens an offer in the language of whoever opens it; undefined for a site that does not know its own. */
export const offerAddress = (id: string, { site, root }: Pick<PageContext, 'site' | 'root'>): string | undefined =>
  site.url === undefined ? undefined : `${wholeAddress(`${root}angebot/`, site.url)}#${id}`;

/**
 * A QR code as the address of a picture that needs no file of its own: there on paper, without a script and without a
 * connection. The same in all languages, so it is drawn once.
 */
export function codePicture(address: string): string {
  let picture = known.get(address);
  if (picture === undefined) known.set(address, (picture = draw(address)));
  return picture;
}

function draw(address: string): string {
  // Any mask can be read; to look for the best of the eight takes three times as long.
  const code = generate(address, { mask: 2 });
  const modules = code.size + 2 * quiet;
  const bytes = 1 + modules;
  const rows = Buffer.alloc(bytes * modules * scale);
  for (let y = 0; y < code.size; y++) {
    const at = bytes * scale * (y + quiet);
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) rows[at + 1 + quiet + x] = dark;
    for (let line = 1; line < scale; line++) rows.copy(rows, at + line * bytes, at, at + bytes);
  }
  const palette = [
    [255, 255, 255],
    [0, 0, 0],
  ] as const;
  // Codes have few patterns that come again: the quick way takes a ninth of the time and finds a little more of them.
  const png = Buffer.from(writePng({ width: modules * scale, height: modules * scale, palette, rows, level: 4 }));
  return `data:image/png;base64,${png.toString('base64')}`;
}
