import { isCode, type Code, type Pieces } from '../inline-codes.ts';
import { escapeXml, readXml, type XmlElement } from '../read-xml.ts';
import { inBatches } from './in-batches.ts';
import type { MachineText, MachineTranslator } from './machine-translator.ts';
import { send, type Answer, type Connection, type ServiceProblem } from './send.ts';

/** Limits of `/v2/translate`: 50 texts, 128 KiB; the rest of the request needs some of them. */
const limits = { count: 50, bytes: 100 * 1024 };

/** What DeepL calls a language; the first one that it has is taken. */
const deeplTags: Readonly<Record<string, readonly string[]>> = { en: ['en-GB', 'en'], ku: ['kmr', 'ku'] };

export interface DeeplOptions {
  /** `https://api.deepl.com` or `https://api-free.deepl.com`. */
  readonly url: string;
  readonly key: string;
  readonly source: string;
  readonly target: string;
  readonly glossary: ReadonlyMap<string, string>;
  readonly connection: Connection;
}

/** Codes as XML: `x` hides what it stands for, `k` shows it but is left alone, `g` goes around words. */
function encode({ pieces, visible }: MachineText): string {
  return pieces
    .map((piece) => {
      if (!isCode(piece)) return escapeXml(piece);
      if (piece.kind === 'open') return `<g id="${piece.id}">`;
      if (piece.kind === 'close') return '</g>';
      return visible.has(piece.id) ? `<k id="${piece.id}">${escapeXml(piece.native)}</k>` : `<x id="${piece.id}"/>`;
    })
    .join('');
}

/** The text of an answer; undefined unless every code is in it exactly once. */
function decode(answer: string, pieces: Pieces): string | undefined {
  const root = readXml(`<t>${answer}</t>`);
  if (!root) return undefined;
  const open = pieces.filter(isCode);
  let isWhole = true;
  const take = (kind: Code['kind'], id: string | undefined): string => {
    const index = open.findIndex((code) => code.kind === kind && String(code.id) === id);
    if (index === -1) isWhole = false;
    return index === -1 ? '' : open.splice(index, 1)[0]!.native;
  };
  const text = textOf(root);
  return isWhole && open.length === 0 ? text : undefined;

  function textOf(element: XmlElement): string {
    return element.children
      .map((child) => {
        if (typeof child === 'string') return child;
        const id = child.attributes.get('id');
        if (child.name === 'g') return take('open', id) + textOf(child) + take('close', id);
        return take('single', id);
      })
      .join('');
  }
}

interface DeeplLanguage {
  readonly lang?: string;
  readonly usable_as_source?: boolean;
  readonly usable_as_target?: boolean;
  readonly features?: Readonly<Record<string, unknown>>;
}

/** The first of the names of a language that DeepL has for this use. */
function findLanguage(languages: readonly DeeplLanguage[], tag: string, use: 'usable_as_source' | 'usable_as_target') {
  for (const wanted of deeplTags[tag] ?? [tag]) {
    const found = languages.find((language) => language.lang?.toLowerCase() === wanted.toLowerCase() && language[use]);
    if (found) return found;
  }
  return undefined;
}

/** DeepL's HTTP interface as documented at developers.deepl.com: `/v2/translate`, `/v3/languages`, `/v3/glossaries`. */
export function createDeepl(options: DeeplOptions): MachineTranslator {
  const { url, source, target, glossary, connection } = options;
  const headers = { authorization: `DeepL-Auth-Key ${options.key}` };
  let targetTag = target;
  let glossaryId: string | undefined;

  async function open(): Promise<ServiceProblem | undefined> {
    const answer = await send(
      { url: `${url}/v3/languages?resource=translate_text`, method: 'GET', headers },
      connection,
    );
    if ('problem' in answer) return answer.problem;
    if (!Array.isArray(answer.value)) return { kind: 'answer', detail: '/v3/languages' };
    const languages = answer.value as DeeplLanguage[];
    const from =
      findLanguage(languages, source, 'usable_as_source') ??
      findLanguage(languages, source.split('-')[0]!, 'usable_as_source');
    const to = findLanguage(languages, target, 'usable_as_target');
    if (!from || !to) return { kind: 'language', detail: `${source} → ${target}` };
    targetTag = to.lang!;
    const hasGlossaries = from.features?.['glossary'] !== undefined && to.features?.['glossary'] !== undefined;
    return hasGlossaries && glossary.size > 0 ? createGlossary() : undefined;
  }

  async function createGlossary(): Promise<ServiceProblem | undefined> {
    const dictionary = {
      source_lang: source.split('-')[0],
      target_lang: targetTag.split('-')[0]!.toLowerCase(),
      entries: Array.from(glossary, (pair) => pair.join('\t')).join('\n'),
      entries_format: 'tsv',
    };
    const body = { name: `angebotslotse ${source}-${target}`, dictionaries: [dictionary] };
    const answer = await send({ url: `${url}/v3/glossaries`, method: 'POST', headers, body }, connection);
    if ('problem' in answer) return answer.problem;
    const id = (answer.value as { glossary_id?: unknown } | undefined)?.glossary_id;
    if (typeof id !== 'string' || !/^[\w-]+$/.test(id)) return { kind: 'answer', detail: '/v3/glossaries' };
    glossaryId = id;
    return undefined;
  }

  async function translateBatch(text: readonly string[]): Promise<Answer<readonly string[]>> {
    const body = {
      text,
      source_lang: source.split('-')[0]!.toUpperCase(),
      target_lang: targetTag.toUpperCase(),
      tag_handling: 'xml',
      tag_handling_version: 'v2',
      ignore_tags: ['k'],
      non_splitting_tags: ['g', 'k', 'x'],
      preserve_formatting: true,
      ...(glossaryId === undefined ? {} : { glossary_id: glossaryId }),
    };
    const answer = await send({ url: `${url}/v2/translate`, method: 'POST', headers, body }, connection);
    if ('problem' in answer) return answer;
    const translations = (answer.value as { translations?: unknown } | undefined)?.translations;
    if (!Array.isArray(translations)) return { problem: { kind: 'answer', detail: '/v2/translate' } };
    return {
      value: translations.map((item: { text?: unknown } | null) => (typeof item?.text === 'string' ? item.text : '')),
    };
  }

  return {
    open,
    get protectsTerms() {
      return glossaryId === undefined;
    },
    async translate(texts) {
      const answer = await inBatches(texts.map(encode), limits, translateBatch);
      if ('problem' in answer) return answer;
      return { value: answer.value.map((text, index) => decode(text, texts[index]!.pieces)) };
    },
    async close() {
      if (glossaryId === undefined) return;
      await send(
        { url: `${url}/v3/glossaries/${glossaryId}`, method: 'DELETE', headers },
        { ...connection, retries: 1 },
      );
      glossaryId = undefined;
    },
  };
}
