/** One file under `/data/`: listed cheaply, made when it is asked for. */
export interface ExportFile {
  /** Below the site's root: `data/offers.csv`. */
  readonly path: string;
  readonly make: () => string | Uint8Array;
}
