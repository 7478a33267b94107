import { isCode, type Pieces } from '../inline-codes.ts';
import { inBatches } from './in-batches.ts';
import type { MachineText, MachineTranslator } from './machine-translator.ts';
import { send, type Answer, type Connection, type ServiceProblem } from './send.ts';

/** A server sets its own limits; these are small enough for all that are usual. */
const limits = { count: 20, bytes: 32 * 1024 };

export interface LibreTranslateOptions {
  /** Address of the server, without `/translate`. */
  readonly url: string;
  /** Most servers of one's own need none. */
  readonly key?: string;
  readonly source: string;
  readonly target: string;
  readonly connection: Connection;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The server undoes entities itself, sometimes only one layer of them. */
const unescapeHtml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&amp;', '&');

/** Both marks for “leave this alone”: the attribute of HTML, which the server knows, and the class that other engines do. */
const span = (id: string, content: string): string =>
  `<span id="${id}" class="notranslate" translate="no">${content}</span>`;

/** Every code becomes a span that is left alone; what must not be seen is a number there. */
function encode({ pieces, visible }: MachineText): string {
  return pieces
    .map((piece) => {
      if (!isCode(piece)) return escapeHtml(piece);
      const shown = piece.kind === 'single' && visible.has(piece.id) ? escapeHtml(piece.native) : String(piece.id);
      return span(`${piece.kind}-${piece.id}`, shown);
    })
    .join('');
}

/** The text of an answer; undefined unless every code is in it exactly once. */
function decode(answer: string, pieces: Pieces): string | undefined {
  const open = new Map(pieces.filter(isCode).map((code) => [`${code.kind}-${code.id}`, code.native]));
  let isWhole = true;
  const text = answer
    .split(/(<span\b[^>]*>[^<]*<\/span>)/i)
    .map((part, index) => {
      if (index % 2 === 0) return unescapeHtml(part);
      const id = /\bid\s*=\s*["']?([a-z]+-\d+)/i.exec(part)?.[1] ?? '';
      const native = open.get(id);
      if (native === undefined) isWhole = false;
      open.delete(id);
      return native ?? '';
    })
    .join('');
  return isWhole && open.size === 0 ? text : undefined;
}

/** LibreTranslate's HTTP interface: `/languages` and `/translate` with `format: html`. It has no glossaries. */
export function createLibreTranslate({
  url,
  key,
  source,
  target,
  connection,
}: LibreTranslateOptions): MachineTranslator {
  const from = source.split('-')[0]!;

  async function open(): Promise<ServiceProblem | undefined> {
    const answer = await send({ url: `${url}/languages`, method: 'GET' }, connection);
    if ('problem' in answer) return answer.problem;
    if (!Array.isArray(answer.value)) return { kind: 'answer', detail: '/languages' };
    const languages = answer.value as { code?: string; targets?: readonly string[] }[];
    const found = languages.find(({ code }) => code === from);
    const has = found && (found.targets ?? languages.map(({ code }) => code)).includes(target);
    return has ? undefined : { kind: 'language', detail: `${source} → ${target}` };
  }

  async function translateBatch(q: readonly string[]): Promise<Answer<readonly string[]>> {
    const body = { q, source: from, target, format: 'html', ...(key === undefined ? {} : { api_key: key }) };
    const answer = await send({ url: `${url}/translate`, method: 'POST', body }, connection);
    if ('problem' in answer) return answer;
    const texts = (answer.value as { translatedText?: unknown } | undefined)?.translatedText;
    if (!Array.isArray(texts)) return { problem: { kind: 'answer', detail: '/translate' } };
    return { value: texts.map((text: unknown) => (typeof text === 'string' ? text : '')) };
  }

  return {
    open,
    protectsTerms: true,
    async translate(texts) {
      const answer = await inBatches(texts.map(encode), limits, translateBatch);
      if ('problem' in answer) return answer;
      return { value: answer.value.map((text, index) => decode(text, texts[index]!.pieces)) };
    },
    close: () => Promise.resolve(),
  };
}
