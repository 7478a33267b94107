import type { VNode } from 'preact';
import { directionOf } from '../../../i18n/direction-of.ts';
import type { LanguageTag } from '../../../model/diagnostic.ts';

/** A text to be shown; `lang` is set only where it is not the page's language. */
export interface ShownText {
  readonly value: string;
  readonly lang?: LanguageTag;
}

/** Where to highlight a text: start and length in UTF-16 units, in order and without overlap. */
export type Marks = readonly (readonly [start: number, length: number])[];

/** Attributes that tell browser and screen reader the language of a foreign text; none for the page's own. */
export function foreign({ lang }: { readonly lang?: LanguageTag }): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return lang === undefined ? {} : { lang, dir: directionOf(lang) };
}

/** A text inside a line. A foreign one is isolated, so that its direction cannot disturb its neighbours. */
export function Text({ text, marks }: { readonly text: ShownText; readonly marks?: Marks }): VNode {
  const content = marks && marks.length > 0 ? highlight(text.value, marks) : text.value;
  return text.lang === undefined ? <>{content}</> : <bdi {...foreign(text)}>{content}</bdi>;
}

function highlight(value: string, marks: Marks): Array<VNode | string> {
  const parts: Array<VNode | string> = [];
  let end = 0;
  for (const [start, length] of marks) {
    parts.push(value.slice(end, start), <mark>{value.slice(start, start + length)}</mark>);
    end = start + length;
  }
  parts.push(value.slice(end));
  return parts;
}
