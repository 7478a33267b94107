import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { identityOf, isUnchanged, type FileIdentity } from '../content/file-identity.ts';

const require = createRequire(import.meta.url);
const textFolders = [join(import.meta.dirname, '../i18n'), join(import.meta.dirname, '../vocabularies')];
const cacheFolder = '.cache/fonts';

interface Face {
  readonly family: string;
  readonly weight: 400 | 700;
  /** CSS `unicode-range`. */
  readonly unicodeRange: string;
  /** WOFF2. */
  readonly bytes: Uint8Array;
}

/**
 * The scripts that many phones and library computers cannot show well by themselves. `always` are the letters of the
 * languages written in it: they stay in even when no text uses them yet, so that what a reader types shows in the same face.
 */
const scripts = [
  {
    script: 'arabic',
    family: 'Lotse Arabic',
    package: '@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic',
    unicodeRange: 'U+600-6FF,U+200C-200F,U+FD3E-FD3F',
    within: /[\u0600-\u06FF\u200C-\u200F\uFD3E\uFD3F]/gu,
    always:
      'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیۀھەڵڕێۆ،؛؟٪٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0654\u200C',
  },
  {
    script: 'ethiopic',
    family: 'Lotse Ethiopic',
    package: '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic',
    unicodeRange: 'U+1200-139F,U+2D80-2DDE',
    within: /[\u1200-\u139F\u2D80-\u2DDE]/gu,
    always: '፡።፣፤፥፦',
  },
] as const;

/** The files that the web fonts are cut out of. */
export const fontFiles = (): string[] =>
  scripts.map(({ package: path }) => relative(process.cwd(), require.resolve(`${path}-400-normal.woff2`)));

/** Subsets the web fonts to the characters that texts, vocabularies and content use; kept on disk by their input, because subsetting takes longer than a small build. */
export async function makeFonts(
  contentDir: string,
  lettersOf: LettersOf = rememberedLetters,
): Promise<Array<{ script: string; faces: Face[] }>> {
  const letters = await readAllLetters([...textFolders, contentDir], lettersOf);
  const wanted = scripts.flatMap(({ script, family, package: path, unicodeRange, within, always }) => {
    const characters = Array.from(new Set([...always, ...(letters.match(within) ?? [])]))
      .sort()
      .join('');
    return ([400, 700] as const).map((weight) => {
      const font = readFileSync(require.resolve(`${path}-${weight}-normal.woff2`));
      return { script, face: { family, weight, unicodeRange }, cut: { font, characters } };
    });
  });
  const bytes = await subsets(wanted.map(({ cut }) => cut));
  const faces = wanted.map(({ script, face }, index) => ({ script, ...face, bytes: bytes[index]! }));
  return scripts.map(({ script }) => ({
    script,
    faces: faces.flatMap(({ script: other, ...face }) => (other === script ? [face] : [])),
  }));
}

/** A font, and the characters that are to stay in it. */
interface Cut {
  readonly font: Buffer;
  readonly characters: string;
}

const cachedAs = ({ font, characters }: Cut): string => {
  const key = createHash('sha256').update(font).update(characters).digest('hex').slice(0, 24);
  return join(cacheFolder, `${key}.woff2`);
};

async function subsets(cuts: readonly Cut[]): Promise<readonly Uint8Array[]> {
  const known = await Promise.all(cuts.map((cut) => readFile(cachedAs(cut)).catch(() => undefined)));
  const missing = cuts.filter((_, index) => !known[index]);
  if (missing.length === 0) return known.filter((bytes) => bytes !== undefined);
  const made = await cutInThread(missing);
  await mkdir(cacheFolder, { recursive: true });
  for (const [index, bytes] of made.entries()) {
    // Whole or not at all: half a font would be taken for a whole one for ever.
    const cached = cachedAs(missing[index]!);
    const draft = `${cached}.${process.pid}`;
    await writeFile(draft, bytes);
    await rename(draft, cached);
  }
  return cuts.map((cut, index) => known[index] ?? made[missing.indexOf(cut)]!);
}

/** What cuts and packs fonts takes 90 MB and never gives them back: they go with the thread. */
const cutter = `
  const { parentPort, workerData } = require('node:worker_threads');
  import(workerData.module).then(async ({ default: subsetFont }) => {
    const made = [];
    for (const { font, characters } of workerData.cuts)
      made.push(await subsetFont(Buffer.from(font), characters, { targetFormat: 'woff2' }));
    parentPort.postMessage(made);
  });
`;

function cutInThread(cuts: readonly Cut[]): Promise<readonly Uint8Array[]> {
  const module = pathToFileURL(require.resolve('subset-font')).href;
  const worker = new Worker(cutter, { eval: true, execArgv: [], workerData: { module, cuts } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** Letters of the scripts above in a file, by its path; read once as long as it is the same file. */
const known = new Map<string, { readonly identity: FileIdentity; readonly letters: string }>();

const anyScript = new RegExp(scripts.map(({ within }) => within.source).join('|'), 'gu');

/** Of each UTF-16 unit, whether it is a letter of one of the scripts; none of them has letters of two units. */
const places = new Uint8Array(2 ** 16);
const [unknown, inside, outside] = [0, 1, 2];

/** The letters of a file that a web font may be needed for. */
export type LettersOf = (path: string) => string;

export function lettersIn(text: string): string {
  const found = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Looked at once each: a text has few different ones.
    if (places[code] === unknown) places[code] = String.fromCharCode(code).match(anyScript) ? inside : outside;
    if (places[code] === inside) found.add(code);
  }
  return String.fromCharCode(...found);
}

async function readAllLetters(folders: readonly string[], lettersOf: LettersOf): Promise<string> {
  let letters = '';
  const isIn = new Uint8Array(2 ** 16);
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && /\.(md|ya?ml)$/.test(entry.name)) add(lettersOf(join(entry.parentPath, entry.name)));
  return letters;

  /** Fifty letters of each file, of which nearly all are there already. */
  function add(found: string): void {
    for (let at = 0; at < found.length; at++) {
      const code = found.charCodeAt(at);
      if (isIn[code] === 1) continue;
      isIn[code] = 1;
      letters += found[at]!;
    }
  }
}

/** For whoever asks once: what is remembered of 100,000 files takes 30 MB. */
export const readLetters: LettersOf = (path) => lettersIn(readFileSync(path, 'utf8'));

/** One after the other: thousands of small files take three times as long through promises. */
function rememberedLetters(path: string): string {
  const stat = statSync(path);
  const before = known.get(path);
  if (before && isUnchanged(before.identity, stat)) return before.letters;
  const identity = identityOf(stat);
  const letters = readLetters(path);
  known.set(path, { identity, letters });
  return letters;
}
