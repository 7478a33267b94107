// The parts used here of packages that ship no types.

declare module '@11ty/eleventy' {
  export class Eleventy {
    constructor(
      input?: string,
      output?: string,
      options?: {
        configPath?: string;
        config?: (config: {
          on(event: string, listener: () => void): void;
          readonly events: { emit(event: string, argument: object): Promise<void> };
        }) => void;
        quietMode?: boolean;
        runMode?: 'build' | 'watch' | 'serve';
        source?: 'cli' | 'script';
      },
    );
    readonly logger: { forceLog(message: string): void };
    /** The server, and the browsers that show pages of it. */
    readonly eleventyServe: { reload(event: { readonly files?: readonly string[] }): Promise<void> };
    watcher: { on(event: string, listener: (path: string) => void): void };
    init(): Promise<void>;
    disableLogger(): void;
    write(): Promise<unknown>;
    /** Builds, then watches; gives the function that builds again for a changed path. */
    watch(): Promise<(path: string) => Promise<void>>;
    serve(port: number): Promise<void>;
  }
}

declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options?: { targetFormat?: 'sfnt' | 'woff' | 'woff2' },
  ): Promise<Buffer>;
}

declare module 'bidi-js' {
  interface Bidi {
    /** A level for each UTF-16 unit; odd ones run from right to left. */
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
  }
  export default function bidiFactory(): Bidi;
}
