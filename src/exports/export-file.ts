/** One file under `/data/`: listed cheaply, made when it is asked for. */
export interface ExportFile {
  /** Below the site's root: `data/offers.csv`. */
  readonly path: string;
  readonly make: () => string | Uint8Array;
  /** The same one after the other, where it is too long to be in memory as a whole. */
  readonly pieces?: () => Iterable<string | Uint8Array>;
}

/** A long file: whoever writes it need not hold more than a piece of it. */
export const inPieces = (path: string, pieces: () => Iterable<string>): ExportFile => ({
  path,
  pieces,
  make: () => Array.from(pieces()).join(''),
});

/** The same where it is no text. */
export const bytesInPieces = (path: string, pieces: () => Iterable<Uint8Array>): ExportFile => ({
  path,
  pieces,
  make: () => Buffer.concat([...pieces()]),
});

/** Items one after the other, each made when it is asked for, with something between them. */
export function* joined<Item>(
  items: Iterable<Item>,
  between: string,
  write: (item: Item) => string,
): Generator<string, void> {
  let before = '';
  for (const item of items) {
    yield before + write(item);
    before = between;
  }
}
