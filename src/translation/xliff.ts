import type { Exchange, ExchangeEntry, ExchangeState, ExchangeUnit } from './exchange.ts';
import { isCode, protect, protectLike, type Pieces } from './inline-codes.ts';
import { childrenNamed, descendantsNamed, escapeXml, readXml, type XmlElement } from './read-xml.ts';

/** `state` and `state-qualifier` of XLIFF 1.2. */
const stateAttributes: Readonly<Record<ExchangeState, string>> = {
  new: 'state="needs-translation"',
  outdated: 'state="needs-review-translation"',
  machine: 'state="needs-review-translation" state-qualifier="mt-suggestion"',
  done: 'state="translated"',
};

const codeTypes = { link: 'link', image: 'image', bold: 'bold' } as const;

const writeElement = { open: 'bpt', close: 'ept', single: 'ph' } as const;

function writePieces(pieces: Pieces): string {
  return pieces
    .map((piece) => {
      if (!isCode(piece)) return escapeXml(piece);
      const element = writeElement[piece.kind];
      const type = codeTypes[piece.type as keyof typeof codeTypes] ?? `x-${piece.type}`;
      const ctype = piece.kind === 'close' ? '' : ` ctype="${type}"`;
      return `<${element} id="${piece.id}"${ctype}>${escapeXml(piece.native)}</${element}>`;
    })
    .join('');
}

function writeUnit(unit: ExchangeUnit, names: readonly string[]): string[] {
  const source = protect(unit.source, { names });
  const limit = unit.maxLength === undefined ? '' : ` maxwidth="${unit.maxLength}" size-unit="char"`;
  return [
    `      <trans-unit id="${escapeXml(unit.field)}" resname="${escapeXml(unit.field)}"${limit} xml:space="preserve">`,
    `        <source>${writePieces(source)}</source>`,
    `        <target ${stateAttributes[unit.state]}>${writePieces(protectLike(unit.target, source, { names }))}</target>`,
    ...(unit.note === undefined ? [] : [`        <note from="developer">${escapeXml(unit.note)}</note>`]),
    '      </trans-unit>',
  ];
}

/** An XLIFF 1.2 file: one `file` element for each entry, one `trans-unit` for each text. */
export function writeXliff({ sourceLanguage, language, entries }: Exchange): string {
  const files = entries.flatMap(({ file, hash, targetHash, units, names = [] }) => [
    `  <file original="${escapeXml(file)}" source-language="${sourceLanguage}" target-language="${language}" datatype="plaintext" product-name="angebotslotse" build-num="${hash}" product-version="${targetHash || 'none'}">`,
    '    <body>',
    ...units.flatMap((unit) => writeUnit(unit, names)),
    '    </body>',
    '  </file>',
  ]);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">',
    ...files,
    '</xliff>',
  ].join('\n')}\n`;
}

/** Codes by element kind and number: `open 1` → `[`. Tools may write the pair of XLIFF 1.2 in three ways. */
type Natives = Map<string, string>;

const openings = new Set(['bpt', 'bx']);
const closings = new Set(['ept', 'ex']);
const singles = new Set(['ph', 'x', 'it']);

const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

const idOf = ({ attributes }: XmlElement): string => attributes.get('rid') ?? attributes.get('id') ?? '';

/** The text of a `source`; notes what its codes stand for. */
function readSource(element: XmlElement, natives: Natives): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      const kind = openings.has(child.name) ? 'open' : closings.has(child.name) ? 'close' : 'single';
      if (kind === 'single' && !singles.has(child.name)) return readSource(child, natives);
      natives.set(`${kind} ${idOf(child)}`, textOf(child));
      return textOf(child);
    })
    .join('');
}

/** The text of a `target`. What a code stands for is taken from the source alone, whatever the target says. */
function readTarget(element: XmlElement, natives: Natives, stray: () => void): string {
  const native = (kind: string, child: XmlElement): string => {
    const found = natives.get(`${kind} ${idOf(child)}`);
    if (found === undefined) stray();
    return found ?? '';
  };
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      if (openings.has(child.name)) return native('open', child);
      if (closings.has(child.name)) return native('close', child);
      if (singles.has(child.name)) return native('single', child);
      const inner = readTarget(child, natives, stray);
      return child.name === 'g' ? native('open', child) + inner + native('close', child) : inner;
    })
    .join('');
}

function readState(target: XmlElement | undefined): ExchangeState {
  const state = target?.attributes.get('state') ?? '';
  if (state === 'new' || state === 'needs-translation') return 'new';
  if (!state.startsWith('needs-')) return 'done';
  return target?.attributes.get('state-qualifier') === 'mt-suggestion' ? 'machine' : 'outdated';
}

function readUnit(element: XmlElement): ExchangeUnit | undefined {
  const [source] = childrenNamed(element, 'source');
  const [target] = childrenNamed(element, 'target');
  if (!source) return undefined;
  const natives: Natives = new Map();
  const sourceText = readSource(source, natives);
  let strayCode = false;
  const targetText = target ? readTarget(target, natives, () => (strayCode = true)) : '';
  return {
    field: element.attributes.get('resname') ?? element.attributes.get('id') ?? '',
    source: sourceText,
    target: targetText,
    // A tool may confirm a text at the unit and leave the state of its target alone.
    state: element.attributes.get('approved') === 'yes' ? 'done' : readState(target),
    ...(strayCode ? { strayCode } : {}),
  };
}

/** Reads what `writeXliff` wrote and a translator's tool has changed; undefined where it is no XLIFF 1.2 of ours. */
export function readXliff(text: string): Exchange | undefined {
  const root = readXml(text);
  if (root?.name !== 'xliff' || !root.attributes.get('version')?.startsWith('1.')) return undefined;
  const files = childrenNamed(root, 'file');
  const [first] = files;
  const language = first?.attributes.get('target-language');
  const sourceLanguage = first?.attributes.get('source-language');
  if (language === undefined || sourceLanguage === undefined) return undefined;
  if (files.some(({ attributes }) => attributes.get('target-language') !== language)) return undefined;
  const entries = files.map((element): ExchangeEntry => {
    const target = element.attributes.get('product-version') ?? '';
    return {
      file: element.attributes.get('original') ?? '',
      hash: element.attributes.get('build-num') ?? '',
      targetHash: target === 'none' ? '' : target,
      units: descendantsNamed(element, 'trans-unit').flatMap((unit) => readUnit(unit) ?? []),
    };
  });
  return { sourceLanguage, language, entries };
}
