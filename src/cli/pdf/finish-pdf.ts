import type { IsoDate } from '../../model/diagnostic.ts';
import { pdfObjects, referenceIn } from './pdf-objects.ts';

export interface FinishOptions {
  /** All headings of the document in their order. */
  readonly headings: readonly string[];
  readonly dir: 'ltr' | 'rtl';
  readonly day: IsoDate;
}

/**
 * Mends what Chromium does not do well: the outline has the words of a heading in the order in which they stand on the
 * paper, which from right to left is the wrong one, and nothing says that the pages are turned from left to right. The
 * changed objects are appended, as the format has it. The file bears the day and no hour: the same content gives the
 * same bytes.
 */
export function finishPdf(pdf: Uint8Array, { headings, dir, day }: FinishOptions): Uint8Array {
  const bytes = onDay(pdf, day);
  const { objects, catalog } = pdfObjects(bytes);
  const root = objects.get(catalog) ?? '';
  const changed = new Map<string, string>();

  const entries: string[] = [];
  const walk = (first: string): void => {
    for (let id = first; id !== ''; id = referenceIn(objects.get(id), 'Next')) {
      entries.push(id);
      walk(referenceIn(objects.get(id), 'First'));
    }
  };
  walk(referenceIn(objects.get(referenceIn(root, 'Outlines')), 'First'));
  if (entries.length === headings.length) {
    for (const [index, id] of entries.entries()) {
      const title = Buffer.from(`\uFEFF${headings[index]}`, 'utf16le').swap16().toString('hex');
      const body = (objects.get(id) ?? '').replace(/\/Title (?:<[^>]*>|\((?:\\[\s\S]|[^\\)])*\))/, `/Title <${title}>`);
      changed.set(id, body);
    }
  }
  if (dir === 'rtl')
    changed.set(catalog, root.replace('/Type /ViewerPreferences', '/Type /ViewerPreferences\n/Direction /R2L'));
  return append(bytes, changed);
}

function append(pdf: Buffer, changed: ReadonlyMap<string, string>): Buffer {
  const end = pdf.toString('latin1', Math.max(0, pdf.length - 1024));
  const [, trailer, start] = /trailer\n<<([\s\S]*?)>>\nstartxref\n(\d+)/.exec(end) ?? [];
  if (trailer === undefined || changed.size === 0) return pdf;
  const table: string[] = [];
  const pieces = ['\n'];
  let offset = pdf.length + 1;
  for (const [id, body] of changed) {
    const piece = `${id} 0 obj\n${body}\nendobj\n`;
    table.push(`${id} 1\n${String(offset).padStart(10, '0')} 00000 n \n`);
    pieces.push(piece);
    offset += piece.length;
  }
  pieces.push(`xref\n${table.join('')}trailer\n<<${trailer}\n/Prev ${start}>>\nstartxref\n${offset}\n%%EOF\n`);
  return Buffer.concat([pdf, Buffer.from(pieces.join(''), 'latin1')]);
}

function onDay(pdf: Uint8Array, day: IsoDate): Buffer {
  const bytes = Buffer.from(pdf);
  const stamp = `(D:${day.replaceAll('-', '')}000000+00'00')`;
  for (const key of ['/CreationDate ', '/ModDate ']) {
    const at = bytes.indexOf(key);
    if (at >= 0 && bytes.toString('latin1', at + key.length, at + key.length + 3) === '(D:')
      bytes.write(stamp, at + key.length, 'latin1');
  }
  return bytes;
}
