import { h, type VNode } from 'preact';
import { jsxTemplate } from 'preact/jsx-runtime';

/** Markup that stands on many pages: kept as the bytes that are written into each of them. */
export class MadeMarkup {
  #text: string | undefined;
  #bytes: Uint8Array | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get bytes(): Uint8Array {
    if (!this.#bytes) {
      this.#bytes = new TextEncoder().encode(this.#text);
      this.#text = undefined;
    }
    return this.#bytes;
  }

  get text(): string {
    return this.#text ?? new TextDecoder().decode(this.#bytes);
  }
}

/** In characters: what is shorter costs less as part of the text around it. */
const worthBytes = 200;

/** Markup for many pages, as it is best kept. */
export const forMany = (text: string): MadeMarkup | string => (text.length < worthBytes ? text : new MadeMarkup(text));

export interface MadeProps {
  readonly pieces: readonly (string | MadeMarkup)[];
}

/** For renderers that do not know it; `renderMarkup` puts the pieces in by itself. */
export const Made = ({ pieces }: MadeProps): VNode =>
  jsxTemplate(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)));

/** Markup that was made before, put into a page as it is. Only for pages that are made of text, not in the browser. */
export const asMade = (...pieces: MadeProps['pieces']): VNode => h(Made, { pieces }) as VNode;
