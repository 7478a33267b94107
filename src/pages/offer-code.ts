import { generate } from 'lean-qr';
import { writePng } from '../assets/png.ts';
import type { PageContext } from '../views/page-context.ts';

/** Light modules around the code that a camera needs to find it (ISO/IEC 18004). */
const quiet = 4;
/** Pixels of a module: so many that printers which smooth pictures leave the edges where they are. */
const scale = 4;

const known = new Map<string, string>();

/** The address that opens an offer in the language of whoever opens it; undefined for a site that does not know its own. */
export const offerAddress = (id: string, { site, root }: Pick<PageContext, 'site' | 'root'>): string | undefined =>
  site.url === undefined ? undefined : new URL(`${root}angebot/#${id}`, site.url).href;

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
  // Any mask can be read. To look for the best of the eight takes ten times as long.
  const code = generate(address, { mask: 2 });
  const side = (code.size + 2 * quiet) * scale;
  const bytes = 1 + Math.ceil(side / 2);
  const rows = Buffer.alloc(bytes * side);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!code.get(Math.floor(x / scale) - quiet, Math.floor(y / scale) - quiet)) continue;
      const at = y * bytes + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x & 1 ? 1 : 16);
    }
  }
  const palette = [
    [255, 255, 255],
    [0, 0, 0],
  ] as const;
  const png = Buffer.from(writePng({ width: side, height: side, palette, rows }));
  return `data:image/png;base64,${png.toString('base64')}`;
}
