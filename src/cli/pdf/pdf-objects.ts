/** What Chromium writes: plain objects, none of them packed into another. */
export interface PdfObjects {
  /** Number → dictionary, as text. */
  readonly objects: ReadonlyMap<string, string>;
  /** Number of the object that all others hang on. */
  readonly catalog: string;
}

export function pdfObjects(pdf: Uint8Array): PdfObjects {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const objects = new Map(
    Array.from(text.matchAll(/^(\d+) 0 obj\n(<<[\s\S]*?>>)\s*(?:stream|endobj)/gm), ([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const [catalog = ''] = [...objects].find(([, body]) => body.includes('/Type /Catalog')) ?? [];
  return { objects, catalog };
}

/** Number of the object that an entry of a dictionary refers to; empty where it has none. */
export const referenceIn = (body: string | undefined, key: string): string =>
  new RegExp(`/${key} (\\d+) 0 R`).exec(body ?? '')?.[1] ?? '';
