/** `npm run pdf`: booklets of towns and topics as PDF, for paper and for the site. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { mostSimilar } from '../content/similar.ts';
import { findLanguage } from '../i18n/languages.ts';
import type { LanguageTag } from '../model/diagnostic.ts';
import { bookletName, type BookletSubject } from '../pages/booklet/booklet-name.ts';
import { BookletDocument } from '../pages/booklet/booklet-document.tsx';
import { bookletSubjects, offersOf } from '../pages/booklet/booklet.ts';
import { bookletList, type BookletRecord, groundOf, readBooklets } from '../pages/booklet/printed-booklets.ts';
import { pageContextsOf } from '../pages/page-contexts.ts';
import { createSiteModel } from '../pages/site-model.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { loadOffers } from './load-offers.ts';
import { bookletCss } from './pdf/booklet-css.ts';
import { type Chromium, startChromium } from './chromium/start-chromium.ts';
import { finishPdf } from './pdf/finish-pdf.ts';
import { printBooklet } from './pdf/print-booklet.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    unknown: (option: string, id: string, similar: string) =>
      `${option}: „${id}“ gibt es nicht, oder es hat keine Angebote.${similar ? ` Meinten Sie „${similar}“?` : ''}`,
    language: (tag: string, all: string) => `Die Website gibt es nicht in der Sprache „${tag}“. Möglich sind: ${all}.`,
    noChromium:
      'Zum Drucken brauche ich Chromium, Chrome oder Edge ab Version 131 und finde keinen. Installieren Sie das Paket „chromium“, oder sagen Sie mit CHROMIUM_PATH, wo er liegt.',
    tooOld: (version: number) => `Version ${version} des Browsers kennt keine Seitenzahlen; nötig ist 131.`,
    printed: (file: string, pages: number) => `${file}: ${pages} Seiten`,
    done: (printed: number, same: number, folder: string) =>
      `${printed} Hefte gedruckt, ${same} waren noch aktuell. Ordner: ${folder}`,
    next: 'Auf die Website kommen sie mit dem nächsten „npm run build“.',
    failed: (file: string, reason: string) => `${file} ließ sich nicht drucken: ${reason}`,
  },
  en: {
    words: 'This command takes no further words.',
    unknown: (option: string, id: string, similar: string) =>
      `${option}: there is no “${id}”, or it has no offers.${similar ? ` Did you mean “${similar}”?` : ''}`,
    language: (tag: string, all: string) => `The site is not built in the language “${tag}”. Possible are: ${all}.`,
    noChromium:
      'For printing I need Chromium, Chrome or Edge from version 131 on and find none. Install the package “chromium”, or say with CHROMIUM_PATH where it is.',
    tooOld: (version: number) => `Version ${version} of the browser knows no page numbers; 131 is needed.`,
    printed: (file: string, pages: number) => `${file}: ${pages} pages`,
    done: (printed: number, same: number, folder: string) =>
      `${printed} booklets printed, ${same} were still up to date. Folder: ${folder}`,
    next: 'The next “npm run build” puts them on the site.',
    failed: (file: string, reason: string) => `${file} could not be printed: ${reason}`,
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'pdf',
  ownLang: true,
  options: { town: { type: 'string' }, topic: { type: 'string' }, out: { type: 'string' } },
  help: {
    de: `Druckt Hefte mit allen Angeboten eines Ortes oder Themas als PDF: Inhalt mit Seitenzahlen, Träger von A bis Z, QR-Codes.
Was sich seit dem letzten Mal nicht geändert hat, wird nicht noch einmal gedruckt.

  npm run pdf                                          alle Orte und Themen in allen Sprachen
  npm run pdf -- --town brinkenau --lang de,ar         ein Ort in zwei Sprachen
  npm run pdf -- --topic german,work --out Ordner      zwei Themen in einen eigenen Ordner, nicht für die Website

  --town Kennungen     nur diese Orte
  --topic Kennungen    nur diese Themen
  --lang Sprachen      nur diese Sprachen
  --out Ordner         wohin (sonst: hefte, daraus nimmt sie „npm run build“)

  CONTENT_DIR      Ordner mit den Inhalten (sonst: content)
  BOOKLETS_DIR     Ordner der Hefte für die Website (sonst: hefte)
  CHROMIUM_PATH    Chromium, Chrome oder Edge ab Version 131 (sonst: wird gesucht)

Ergebnis: 0 fertig, 1 es ging nicht oder die Inhalte haben Fehler, 2 falscher Aufruf
`,
    en: `Prints booklets with all offers of a town or topic as PDF: contents with page numbers, organisations from A to Z, QR codes.
What has not changed since the last time is not printed again.

  npm run pdf                                          all towns and topics in all languages
  npm run pdf -- --town brinkenau --lang de,ar         one town in two languages
  npm run pdf -- --topic german,work --out folder      two topics into a folder of their own, not for the site

  --town ids           only these towns
  --topic ids          only these topics
  --lang languages     only these languages
  --out folder         where to (otherwise: hefte, from where “npm run build” takes them)

  CONTENT_DIR      folder with the content (otherwise: content)
  BOOKLETS_DIR     folder of the booklets for the site (otherwise: hefte)
  CHROMIUM_PATH    Chromium, Chrome or Edge from version 131 on (otherwise: looked for)

Result: 0 done, 1 it failed or the content has errors, 2 wrong use
`,
  },
} as const;

/** The first that sets page numbers. */
const oldestChromium = 131;

const listed = (value: string | boolean | undefined): string[] | undefined =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean)
    : undefined;

/** Runs the command; returns its exit code. */
export async function pdf(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang: own, settings, values, words } = call;
  const say = texts[own];
  if (words.length > 0) return call.refuse(say.words);
  const [towns, topics, tags] = [listed(values['town']), listed(values['topic']), listed(values['lang'])];

  const catalogue = await loadOffers(settings, own, terminal);
  if (!catalogue) return 1;
  const languages = tags ?? catalogue.languages;
  const foreign = languages.find((tag) => !catalogue.languages.includes(tag));
  if (foreign !== undefined) return call.refuse(say.language(foreign, catalogue.languages.join(', ')));
  const model = createSiteModel(catalogue);
  const all = bookletSubjects(model);
  for (const [kind, ids] of [['town', towns] as const, ['topic', topics] as const]) {
    const known = all.filter((subject) => subject.kind === kind).map(({ id }) => id);
    const wrong = ids?.find((id) => !known.includes(id));
    if (wrong !== undefined) return call.refuse(say.unknown(`--${kind}`, wrong, mostSimilar(wrong, known)));
  }
  const asked = (towns ?? topics) ? [...(towns ?? []), ...(topics ?? [])] : undefined;
  const subjects = all.filter(({ kind, id }) => !asked || (kind === 'town' ? towns : topics)?.includes(id));

  const browser = findChromium(terminal.env);
  if (browser === undefined) {
    terminal.err(`${say.noChromium}\n`);
    return 1;
  }
  const folder = (values['out'] as string | undefined) ?? settings.bookletsDir;
  const records = new Map(readBooklets(folder).map((known) => [known.file, known]));
  const css = await bookletCss(settings.contentDir);
  let chromium: Chromium | undefined;
  let [printed, same] = [0, 0];
  try {
    for (const lang of languages) {
      const render = bookletMaker(lang);
      for (const subject of subjects) {
        const file = `${lang}/${bookletName(subject)}.pdf`;
        const { html, content } = render(subject);
        if (records.get(file)?.content === content) {
          same++;
          continue;
        }
        try {
          chromium ??= await startChromium(browser);
          if (chromium.version < oldestChromium) throw new Error(say.tooOld(chromium.version));
          const { pdf: raw, pages, headings } = await printBooklet(chromium, html);
          const bytes = finishPdf(raw, { headings, dir: findLanguage(lang)?.dir ?? 'ltr', day: settings.today });
          writeAtomically(join(folder, file), bytes);
          records.set(file, record(subject, { lang, file, pages, bytes: bytes.length, content }));
        } catch (error) {
          terminal.err(`${say.failed(file, (error as Error).message)}\n`);
          return 1;
        }
        // After each one: a run that is broken off goes on where it was.
        const booklets = [...records.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
        writeAtomically(join(folder, bookletList), `${JSON.stringify({ booklets }, undefined, 1)}\n`);
        printed++;
        terminal.out(`${say.printed(file, records.get(file)?.pages ?? 0)}\n`);
      }
    }
  } finally {
    await chromium?.close();
  }
  terminal.out(`${say.done(printed, same, folder)}\n`);
  if (values['out'] === undefined && printed > 0) terminal.out(`${say.next}\n`);
  return 0;

  /** Documents of one language, with a hash of what stands in them apart from today's date. */
  function bookletMaker(lang: LanguageTag): (subject: BookletSubject) => { html: string; content: string } {
    const siteUrl = settings.siteUrl ?? catalogue!.site.url?.replace(/\/+$/, '');
    const basePath = settings.basePath ?? catalogue!.site.base_path;
    // On paper and in a file only whole addresses lead anywhere.
    const page = pageContextsOf(catalogue!, lang, {
      basePath: `${siteUrl ?? ''}${basePath}`,
      ...(siteUrl === undefined ? {} : { siteUrl }),
      assets: new Map(),
    })('');
    const date = page.formats.date(settings.today);
    return (subject) => {
      const body = renderToString(h(BookletDocument, { subject, model, page, css }));
      const content = createHash('sha256').update(body.replaceAll(date, '')).digest('hex').slice(0, 16);
      return { html: `<!doctype html>${body}`, content };
    };
  }

  function record(
    { kind, id }: BookletSubject,
    rest: Pick<BookletRecord, 'lang' | 'file' | 'pages' | 'bytes' | 'content'>,
  ): BookletRecord {
    const grounds = offersOf({ kind, id }, model).map((offer) => [offer.id, groundOf(offer, catalogue!)] as const);
    return { ...rest, kind, id, date: settings.today, offers: Object.fromEntries(grounds) };
  }
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await runCommand(pdf, process.argv.slice(2), processTerminal());
}
