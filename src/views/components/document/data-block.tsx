import type { VNode } from 'preact';

export interface DataBlockProps {
  readonly type: 'application/json' | 'application/ld+json';
  readonly id?: string;
  readonly data: object;
}

const escapes: Readonly<Record<string, string>> = { '<': '\\u003c', '\u2028': '\\u2028', '\u2029': '\\u2029' };

/** Data for scripts and machines inside a page. Nothing in it can end the block: every `<` is written as an escape. */
export function DataBlock({ type, id, data }: DataBlockProps): VNode {
  const json = JSON.stringify(data).replaceAll(/[<\u2028\u2029]/g, (sign) => escapes[sign] ?? '');
  return <script type={type} id={id} dangerouslySetInnerHTML={{ __html: json }} />;
}
