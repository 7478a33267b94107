/**
 * What the work costs without any generator: bare Node reads the same content files, parses and validates them, renders
 * their Markdown, fills a template made of strings, and writes files of the same names and sizes as the built site has.
 * One entry at a time: nothing is held but what is being written.
 * Run: node --import tsx test/bench/floor.ts <content> <list of files> <output>
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import matter from 'gray-matter';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';

/** A file of the built site: path and bytes. */
export type BuiltFile = readonly [path: string, bytes: number];

const [contentDir = '', listFile = '', outputDir = ''] = process.argv.slice(2);
const files = JSON.parse(readFileSync(listFile, 'utf8')) as BuiltFile[];
const schemas = join(import.meta.dirname, '../../schemas');
const ajv = new Ajv2020({ strict: false, validateFormats: false });
for (const name of readdirSync(schemas))
  if (name.endsWith('.schema.json')) ajv.addSchema(JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object);
const validateOffer = ajv.getSchema('offer.schema.json')!;
const validateTranslation = ajv.getSchema('translation.schema.json#/$defs/offer')!;
const markdown = new MarkdownIt();
const engines = { yaml: (text: string): object => parse(text) as object };

/** Text to fill pages to their size, in the alphabet of their language: what is no ASCII costs more to encode. */
const filler = new Map<string, string>();
const made = new Set<string>();

function write(path: string, bytes: string | Uint8Array): void {
  const file = join(outputDir, path);
  const folder = dirname(file);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true });
  made.add(folder);
  writeFileSync(file, bytes);
}

interface Page {
  readonly data: Readonly<Record<string, unknown>>;
  readonly html: string;
}

function read(file: string): Page {
  const { data, content } = matter(readFileSync(file, 'utf8'), { engines });
  return { data, html: markdown.render(content) };
}

/** A page of exactly the size of the built one. */
function fill(path: string, size: number, title: string, html: string): string {
  const lang = path.slice(0, path.indexOf('/'));
  const text = `<!doctype html><html lang="${lang}"><head><title>${title}</title></head><body><h1>${title}</h1>${html}`;
  const missing = size - Buffer.byteLength(text);
  if (missing <= 0) return text;
  const known = filler.get(lang) ?? '<p class="fact">facts</p>';
  // Only the rest is plain: sizes must agree to the byte.
  const times = Math.floor(missing / Buffer.byteLength(known));
  return text + known.repeat(times) + ' '.repeat(missing - times * Buffer.byteLength(known));
}

const escape = (value: unknown): string => String(value).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** The pages and files of each offer, by its id; all others under the empty name. */
const byOffer = new Map<string, BuiltFile[]>();
for (const file of files) {
  const id = /^[^/]+\/angebote\/([a-z0-9-]+)\/index\.html$/.exec(file[0])?.[1] ?? '';
  const list = byOffer.get(id);
  if (list) list.push(file);
  else byOffer.set(id, [file]);
}

const offers = join(contentDir, 'offers');
const sheets = new Map<string, string[]>();
for (const name of readdirSync(offers).sort()) {
  const id = name.slice(0, name.indexOf('.'));
  sheets.set(id, [...(sheets.get(id) ?? []), name]);
}
let invalid = 0;
for (const [id, names] of sheets) {
  const pages = new Map<string, Page>();
  for (const name of names) {
    const page = read(join(offers, name));
    const lang = name.split('.').length === 2 ? '' : name.split('.')[1]!;
    if (!(lang === '' ? validateOffer : validateTranslation)(page.data)) invalid += 1;
    pages.set(lang, page);
  }
  const source = pages.get('')!;
  for (const [path, size] of byOffer.get(id) ?? []) {
    const lang = path.slice(0, path.indexOf('/'));
    const page = pages.get(lang) ?? source;
    if (!filler.has(lang)) filler.set(lang, `<p>${page.html.replace(/<[^>]*>/g, '').slice(0, 400)}</p>`);
    write(path, fill(path, size, escape(page.data['title']), page.html));
  }
}

/** Everything beside offers is read, parsed and rendered, too. */
for (const name of readdirSync(contentDir, { recursive: true }) as string[])
  if (name.endsWith('.md') && !name.startsWith('offers/')) read(join(contentDir, name));

for (const [path, size] of byOffer.get('') ?? []) {
  if (path.endsWith('.html')) write(path, fill(path, size, escape(path), ''));
  else write(path, Buffer.alloc(size, 32));
}
if (invalid > 0) throw new Error(`${invalid} offers do not keep their schema`);
