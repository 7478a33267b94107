/** `npm run review`: which offers must be reviewed, mails to those who can tell, and the renewal afterwards. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostSimilar } from '../content/similar.ts';
import { checkCandidates } from '../datasheet/check-candidates.ts';
import { updateOffer } from '../datasheet/update-offer.ts';
import { addDays, addMonths } from '../model/calendar.ts';
import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand } from './command.ts';
import { loadOffers } from './load-offers.ts';
import { loadSheet } from './load-sheet.ts';
import { writeMailDraft } from './review/write-mail-draft.ts';
import { writeAtomically } from './write-atomically.ts';

const texts = {
  de: {
    none: 'Alle Angebote sind geprüft. Es ist nichts zu tun.',
    overdue: 'Lange überfällig (die Website rät, vorher zu fragen):',
    due: 'Prüfung fällig:',
    soon: (days: number) => `Fällig in den nächsten ${days} Tagen:`,
    line: (id: string, due: string, organisation: string) => `  ${due}  ${id}  (${organisation})`,
    unknown: (id: string, suggestion: string) =>
      `Das Angebot „${id}“ gibt es nicht.${suggestion ? ` Meinten Sie „${suggestion}“?` : ''} Nichts wurde geändert.`,
    confirmed: (id: string, date: string) => `${id}: geprüft am ${date}`,
    already: (id: string, date: string) => `${id}: war schon am ${date} geprüft`,
    unreadable: (id: string) => `${id}: Die Datei ist nicht lesbar und bleibt, wie sie ist: npm run check`,
    drafts: (count: number, folder: string) =>
      `${count} Entwürfe in ${folder}. Öffnen Sie sie im Mailprogramm, lesen Sie sie durch und senden Sie sie ab.`,
    noAddress: (name: string, count: number) =>
      `${name}: keine E-Mail-Adresse bekannt. Bitte anrufen (${count} Angebote).`,
    how: 'Stimmt alles noch? npm run review -- --confirm <Kennung>',
    both: '--confirm und --out gehen nicht zusammen.',
    words: 'Kennungen stehen hinter --confirm.',
    days: (value: string) => `„${value}“ ist keine Zahl von Tagen zwischen 0 und 365.`,
  },
  en: {
    none: 'All offers are reviewed. There is nothing to do.',
    overdue: 'Long overdue (the site advises to ask first):',
    due: 'Review due:',
    soon: (days: number) => `Due within ${days} days:`,
    line: (id: string, due: string, organisation: string) => `  ${due}  ${id}  (${organisation})`,
    unknown: (id: string, suggestion: string) =>
      `There is no offer “${id}”.${suggestion ? ` Did you mean “${suggestion}”?` : ''} Nothing was changed.`,
    confirmed: (id: string, date: string) => `${id}: reviewed on ${date}`,
    already: (id: string, date: string) => `${id}: was reviewed on ${date} already`,
    unreadable: (id: string) => `${id}: the file cannot be read and stays as it is: npm run check`,
    drafts: (count: number, folder: string) =>
      `${count} drafts in ${folder}. Open them in your mail program, read them and send them.`,
    noAddress: (name: string, count: number) => `${name}: no e-mail address known. Please ring up (${count} offers).`,
    how: 'Is everything still true? npm run review -- --confirm <id>',
    both: '--confirm and --out do not go together.',
    words: 'Ids stand after --confirm.',
    days: (value: string) => `“${value}” is no number of days from 0 to 365.`,
  },
};

const shape = {
  name: 'review',
  options: {
    confirm: { type: 'boolean' },
    out: { type: 'string', short: 'o' },
    days: { type: 'string' },
  },
  help: {
    de: `Zeigt, welche Angebote geprüft werden müssen.

  npm run review                             was überfällig, fällig und bald fällig ist
  npm run review -- --out briefe             dazu einen Mail-Entwurf (.eml) je Organisation, deutsch und englisch
  npm run review -- --confirm sprachcafe     nach dem Nachfragen: „reviewed“ auf heute setzen (auch mehrere)

  --days 30       wie weit nach vorn geschaut wird (sonst: 30)
  --lang de|en    Sprache der Ausgabe (sonst: wie die Umgebung)
  BUILD_DATE      das heutige Datum, zum Ausprobieren

Ergebnis: 0 nichts überfällig oder bestätigt, 1 etwas ist überfällig oder ging nicht, 2 falscher Aufruf
`,
    en: `Shows which offers must be reviewed.

  npm run review                             what is overdue, due and due soon
  npm run review -- --out letters            also a mail draft (.eml) per organisation, in German and English
  npm run review -- --confirm sprachcafe     after asking: set “reviewed” to today (several as well)

  --days 30       how far to look ahead (otherwise: 30)
  --lang de|en    language of the output (otherwise: as the environment)
  BUILD_DATE      today's date, for trying out

Result: 0 nothing is overdue, or confirmed, 1 something is overdue or did not work, 2 wrong use
`,
  },
} as const;

type Texts = (typeof texts)['de'];

const dueOn = ({ data }: CatalogueOffer): string => addMonths(data.reviewed, data.review_every);

/** Runs the command; returns its exit code. */
export async function review(args: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang, settings, values, words } = call;
  const say: Texts = texts[lang];
  const days = (values['days'] as string | undefined) ?? '30';
  if (!/^\d{1,3}$/.test(days) || Number(days) > 365) return call.refuse(say.days(days));
  const out = values['out'] as string | undefined;
  if (values['confirm'] === true) {
    if (out !== undefined) return call.refuse(say.both);
    if (words.length === 0) return call.refuse(say.words);
    return confirm(words);
  }
  if (words.length > 0) return call.refuse(say.words);

  const catalogue = await loadOffers(settings, lang, terminal);
  if (!catalogue) return 1;
  const offers = [...catalogue.offers.values()]
    .filter(({ standing }) => standing !== 'ended')
    .sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : dueOn(a) > dueOn(b) ? 1 : a.id < b.id ? -1 : 1));
  const overdue = offers.filter(({ freshness }) => freshness === 'ask-first');
  const due = offers.filter(({ freshness }) => freshness === 'due');
  const horizon = addDays(settings.today, Number(days));
  const soon = offers.filter((offer) => offer.freshness === 'fresh' && dueOn(offer) <= horizon);
  for (const [title, group] of [
    [say.overdue, overdue],
    [say.due, due],
    [say.soon(Number(days)), soon],
  ] as const) {
    if (group.length === 0) continue;
    terminal.out(
      `${title}\n${group.map((offer) => say.line(offer.id, dueOn(offer), organisationName(catalogue, offer.data.organisation))).join('\n')}\n\n`,
    );
  }
  const open = [...overdue, ...due];
  terminal.out(`${open.length + soon.length === 0 ? say.none : say.how}\n`);
  if (out !== undefined) writeDrafts(catalogue, open, out, say, terminal);
  return open.length > 0 ? 1 : 0;

  /** All ids must be known before the first file is changed. */
  function confirm(ids: readonly string[]): number {
    const { content } = loadSheet(settings);
    const known = content.entries.offers;
    const wrong = ids.filter((id) => !known.has(id));
    for (const id of wrong) terminal.err(`${say.unknown(id, mostSimilar(id, known.keys()))}\n`);
    if (wrong.length > 0) return 1;
    let failed = 0;
    for (const id of ids) {
      const { file, source } = known.get(id)!;
      const path = join(settings.contentDir, file);
      const text = readFileSync(path, 'utf8');
      const updated = source && updateOffer(text, { reviewed: settings.today });
      const found =
        updated === undefined ? [] : (checkCandidates(content, new Map([[id, updated]]), settings.today).get(id) ?? []);
      if (
        updated === undefined ||
        found.some(({ severity, at }) => severity === 'error' && Array.isArray(at) && at[0] === 'reviewed')
      ) {
        failed += 1;
        terminal.err(`${say.unreadable(id)}\n`);
      } else if (updated === text) terminal.out(`${say.already(id, settings.today)}\n`);
      else {
        writeAtomically(path, updated);
        terminal.out(`${say.confirmed(id, settings.today)}\n`);
      }
    }
    return failed > 0 ? 1 : 0;
  }
}

const organisationName = ({ organisations }: Catalogue, id: string): string => organisations.get(id)?.data.name ?? id;

/** One draft per organisation that has an address; the others are named, so that somebody rings them up. */
function writeDrafts(
  catalogue: Catalogue,
  offers: readonly CatalogueOffer[],
  folder: string,
  say: Texts,
  terminal: Terminal,
): void {
  const groups = new Map<string, CatalogueOffer[]>();
  for (const offer of offers) {
    const { organisation } = offer.data;
    groups.set(organisation, [...(groups.get(organisation) ?? []), offer]);
  }
  let written = 0;
  for (const [id, group] of groups) {
    const address =
      catalogue.organisations.get(id)?.data.contacts?.find(({ email }) => email)?.email ??
      group.flatMap(({ data }) => data.contacts).find(({ email }) => email)?.email;
    const name = organisationName(catalogue, id);
    if (address === undefined) {
      terminal.err(`${say.noAddress(name, group.length)}\n`);
      continue;
    }
    const draft = writeMailDraft({
      to: address,
      organisation: name,
      publisher: catalogue.site.publisher,
      date: catalogue.today,
      siteUrl: catalogue.site.url,
      basePath: catalogue.site.base_path,
      offers: group.map((offer) => ({ id: offer.id, title: offer.data.title, reviewed: offer.data.reviewed })),
    });
    writeAtomically(join(folder, `${id}.eml`), draft);
    written += 1;
  }
  terminal.out(`${say.drafts(written, folder)}\n`);
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(review, process.argv.slice(2), processTerminal());
