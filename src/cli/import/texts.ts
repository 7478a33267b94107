import type { CellProblem } from '../../datasheet/columns.ts';
import type { Conflict } from '../../datasheet/plan-import.ts';
import type { ReadProblem } from './read-table.ts';

const quoteDe = (text: string): string => `„${text}“`;
const quoteEn = (text: string): string => `“${text}”`;
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text).replace(/\s+/g, ' ');

/** Everything that the import says. */
export const importTexts = {
  de: {
    needsFile: 'Welche Datei soll ich einlesen? Nennen Sie genau eine Datei mit der Endung .xlsx, .csv oder .json.',
    noFile: (path: string) => `Die Datei „${path}“ gibt es nicht.`,
    badMapping: (path: string) =>
      `Die Zuordnung „${path}“ ist nicht lesbar. Sie braucht die Zeilen columns:, defaults: und names:, wie der Import sie selbst schreibt.`,
    badState: (path: string) =>
      `Der Merkzettel „${path}“ ist nicht lesbar. Holen Sie die letzte Fassung zurück; ohne ihn entstünden Angebote doppelt.`,
    unknownKey: (heading: string, key: string, suggestion: string) =>
      `Die Zuordnung schickt die Spalte „${heading}“ in das Feld „${key}“, das es nicht gibt.${suggestion ? ` Meinten Sie „${suggestion}“?` : ''}`,
    problems: {
      'too-large':
        'Die Datei ist zu groß, oder sie würde beim Auspacken zu groß. Erlaubt sind 20 MB, ausgepackt 64 MB. Teilen Sie die Liste auf.',
      'not-a-zip':
        'Die Datei ist keine lesbare XLSX-Datei. Öffnen Sie sie in Ihrer Tabellenkalkulation und speichern Sie sie neu als „Excel-Arbeitsmappe (.xlsx)“ oder als CSV.',
      encrypted: 'Die Datei ist mit einem Kennwort geschützt. Speichern Sie sie ohne Kennwort.',
      'not-json': 'Die Datei ist kein gültiges JSON.',
      newer:
        'Der Katalog hat ein neueres Format, als dieses Programm lesen kann. Holen Sie zuerst die neue Version: npm run upgrade.',
      'no-services':
        'In der Datei steht weder ein Katalog dieses Programms noch stehen dort Angebote nach Open Referral (HSDS 3.0). Erwartet wird ein Service, eine Seite mit „contents“ oder eine Organisation mit „services“.',
      'unknown-type':
        'Diese Art von Datei kenne ich nicht. Möglich sind .xlsx, .csv und .json (der eigene Katalog oder Open Referral).',
      empty: 'In der Datei steht keine Tabelle: Es fehlt eine Zeile mit mindestens zwei Spaltentiteln.',
      'too-many-rows': 'Die Tabelle hat mehr als 20 000 Zeilen. Teilen Sie sie auf.',
    } satisfies Record<ReadProblem, string>,
    mappingTitle: 'So verstehe ich die Spalten:',
    sameNames: (count: number) => `${count} Spalten heißen wie im Datenblatt.`,
    ignored: '(wird nicht übernommen)',
    mappingSaved: (path: string) =>
      `Die Zuordnung steht in ${path}. Stimmt etwas nicht? Ändern Sie es dort und rufen Sie den Import noch einmal auf.`,
    row: (number: number) => `Zeile ${number}`,
    service: (number: number) => `Angebot ${number}`,
    kinds: { new: 'neu', updated: 'geändert', unchanged: 'unverändert', conflict: 'KONFLIKT', rejected: 'ABGELEHNT' },
    conflicts: {
      'edited-by-hand':
        'Das Angebot wurde seit dem letzten Import von Hand geändert, und die Zeile auch. Es bleibt, wie es ist. Übertragen Sie die Änderung von Hand.',
      'deleted-by-hand':
        'Das Angebot wurde nach dem letzten Import gelöscht. Es bleibt gelöscht. Soll es zurückkommen, entfernen Sie seinen Eintrag aus dem Merkzettel.',
      'already-exists':
        'Ein Angebot mit diesem Namen gibt es schon, und es stammt nicht aus dieser Liste. Es bleibt, wie es ist. Ist es dasselbe? Dann pflegen Sie es nur an einer Stelle. Sonst geben Sie der Zeile einen anderen Titel.',
      twice: 'Eine frühere Zeile ist schon dieses Angebot. Geben Sie jeder Zeile eine eigene Kennung.',
    } satisfies Record<Conflict, string>,
    cell: {
      'unknown-option': (value: string) => `${quoteDe(value)} gehört nicht zu den möglichen Werten.`,
      'bad-date': (value: string) => `${quoteDe(value)} ist kein Datum. Schreiben Sie 2026-02-01 oder 01.02.2026.`,
      'bad-time': (value: string) => `${quoteDe(value)} ist keine Uhrzeit. Schreiben Sie 09:30.`,
      'bad-number': (value: string) => `${quoteDe(value)} ist keine Zahl.`,
      'bad-language': (value: string) =>
        `${quoteDe(value)} ist keine Sprache, die ich kenne. Schreiben Sie das Kürzel, zum Beispiel ar.`,
    } satisfies Record<CellProblem['reason'], (value: string) => string>,
    didYouMean: (text: string) => ` Meinten Sie ${quoteDe(text)}?`,
    inColumn: (column: string, text: string) => `Spalte ${quoteDe(column)}: ${text}`,
    unknownOrganisation: (name: string) =>
      `Die Organisation ${quoteDe(short(name))} gibt es hier nicht. Legen Sie sie in organisations/ an oder sagen Sie in der Zuordnung unter names:, wie sie hier heißt.`,
    unset:
      'Fehlt die Angabe in der ganzen Liste und gilt für alle dasselbe, tragen Sie sie in der Zuordnung unter defaults: ein.',
    drafts: (count: number) =>
      `${count} neue Angebote sind Entwürfe (status: draft), weil die Liste nicht sagt, ob sie stattfinden. Sie erscheinen erst, wenn dort „active“ steht; für alle auf einmal: in der Zuordnung unter defaults: „status: active“.`,
    summary: (counts: Readonly<Record<string, number>>) =>
      `${counts['new']} neu, ${counts['updated']} geändert, ${counts['unchanged']} unverändert, ${counts['conflict']} Konflikte, ${counts['rejected']} abgelehnt.`,
    dryRun: 'Das war nur eine Probe: Es wurde nichts geschrieben.',
    rejectedFile: (path: string) => `Die abgelehnten Zeilen mit Gründen stehen in ${path}.`,
    reasons: 'Gründe',
    next: 'Als Nächstes: npm run check, dann die Angebote ansehen und einreichen.',
    warnings: (count: number) => `${count} Hinweis(e); npm run check zeigt sie.`,
    own: {
      otherLanguage: (here: string, there: string) =>
        `Die Inhalte hier sind in „${here}“ geschrieben, die der Datei in „${there}“ (source_language in site.yml). Lesen Sie die Datei in einen leeren Ordner ein (CONTENT_DIR).`,
      conflicts: {
        'edited-by-hand':
          'Die Datei wurde seit dem letzten Import von Hand geändert, und der Katalog auch. Sie bleibt, wie sie ist.',
        'deleted-by-hand': 'Die Datei wurde nach dem letzten Import gelöscht. Sie bleibt gelöscht.',
        'already-exists':
          'Diese Datei gibt es hier schon mit anderem Inhalt, und sie stammt nicht aus diesem Katalog. Sie bleibt, wie sie ist.',
      } satisfies Record<Exclude<Conflict, 'twice'>, string>,
      unread: 'Sie ist zu groß oder nicht lesbar, oder sie übersetzt etwas, das es nicht gibt.',
      unusable: (names: readonly string[]) =>
        `${names.length} Einträge haben keinen brauchbaren Namen oder Inhalt und fehlen: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
      elsewhere: (count: number) =>
        `${count} Einträge gehören anderen Kommunen und werden nicht eingelesen: sources in site.yml holt sie.`,
      copies: (names: readonly string[]) =>
        `Diese Dateien stehen nicht im Katalog. Kopieren Sie sie selbst in denselben Ordner: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
      publicOnly:
        'Das ist die öffentliche Fassung: Entwürfe, Einwilligungen (und damit Ansprechpersonen), geschützte Adressen, Seiten, Netzwerk und Konzept stehen nicht darin. Alles nimmt mit: npm run export -- --data json.',
      next: 'Als Nächstes: npm run check.',
    },
  },
  en: {
    needsFile: 'Which file shall I read? Name exactly one file that ends in .xlsx, .csv or .json.',
    noFile: (path: string) => `There is no file “${path}”.`,
    badMapping: (path: string) =>
      `The mapping “${path}” cannot be read. It needs the lines columns:, defaults: and names:, as the import itself writes them.`,
    badState: (path: string) =>
      `The memory of the import, “${path}”, cannot be read. Bring back its last version; without it, offers would come into being twice.`,
    unknownKey: (heading: string, key: string, suggestion: string) =>
      `The mapping sends the column “${heading}” to the field “${key}”, which does not exist.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
    problems: {
      'too-large':
        'The file is too large, or would become too large when unpacked. 20 MB are allowed, 64 MB unpacked. Split the list.',
      'not-a-zip':
        'The file is no readable XLSX file. Open it in your spreadsheet program and save it again as “Excel Workbook (.xlsx)” or as CSV.',
      encrypted: 'The file is protected by a password. Save it without one.',
      'not-json': 'The file is no valid JSON.',
      newer: 'The catalogue has a newer format than this program can read. Get the new version first: npm run upgrade.',
      'no-services':
        'There is no catalogue of this program in the file, and there are no Open Referral (HSDS 3.0) services. Expected is a service, a page with “contents” or an organisation with “services”.',
      'unknown-type':
        'I do not know this kind of file. Possible are .xlsx, .csv and .json (the project’s own catalogue or Open Referral).',
      empty: 'There is no table in the file: a row with at least two headings is missing.',
      'too-many-rows': 'The table has more than 20,000 rows. Split it.',
    } satisfies Record<ReadProblem, string>,
    mappingTitle: 'This is how I understand the columns:',
    sameNames: (count: number) => `${count} columns are called as in the data sheet.`,
    ignored: '(left out)',
    mappingSaved: (path: string) =>
      `The mapping is in ${path}. Is something wrong? Change it there and run the import again.`,
    row: (number: number) => `Row ${number}`,
    service: (number: number) => `Service ${number}`,
    kinds: { new: 'new', updated: 'changed', unchanged: 'unchanged', conflict: 'CONFLICT', rejected: 'REJECTED' },
    conflicts: {
      'edited-by-hand':
        'The offer was changed by hand since the last import, and so was the row. It stays as it is. Carry the change over by hand.',
      'deleted-by-hand':
        'The offer was deleted after the last import. It stays deleted. To bring it back, remove its entry from the memory of the import.',
      'already-exists':
        'An offer of this name exists already and does not come from this list. It stays as it is. Is it the same one? Then keep it in one place only. Otherwise give the row another title.',
      twice: 'An earlier row is this offer already. Give every row an id of its own.',
    } satisfies Record<Conflict, string>,
    cell: {
      'unknown-option': (value: string) => `${quoteEn(value)} is not one of the possible values.`,
      'bad-date': (value: string) => `${quoteEn(value)} is no date. Write 2026-02-01 or 01.02.2026.`,
      'bad-time': (value: string) => `${quoteEn(value)} is no time. Write 09:30.`,
      'bad-number': (value: string) => `${quoteEn(value)} is no number.`,
      'bad-language': (value: string) =>
        `${quoteEn(value)} is no language that I know. Write its code, for example ar.`,
    } satisfies Record<CellProblem['reason'], (value: string) => string>,
    didYouMean: (text: string) => ` Did you mean ${quoteEn(text)}?`,
    inColumn: (column: string, text: string) => `Column ${quoteEn(column)}: ${text}`,
    unknownOrganisation: (name: string) =>
      `There is no organisation ${quoteEn(short(name))} here. Create it in organisations/ or say in the mapping, under names:, what it is called here.`,
    unset: 'If the whole list does not say it and the same is true of all, write it into the mapping under defaults:.',
    drafts: (count: number) =>
      `${count} new offers are drafts (status: draft), because the list does not say whether they take place. They appear only once “active” stands there; for all at once: “status: active” in the mapping under defaults:.`,
    summary: (counts: Readonly<Record<string, number>>) =>
      `${counts['new']} new, ${counts['updated']} changed, ${counts['unchanged']} unchanged, ${counts['conflict']} conflicts, ${counts['rejected']} rejected.`,
    dryRun: 'This was only a rehearsal: nothing was written.',
    rejectedFile: (path: string) => `The rejected rows with reasons are in ${path}.`,
    reasons: 'Reasons',
    next: 'Next: npm run check, then look at the offers and hand them in.',
    warnings: (count: number) => `${count} hint(s); npm run check shows them.`,
    own: {
      otherLanguage: (here: string, there: string) =>
        `The content here is written in “${here}”, that of the file in “${there}” (source_language in site.yml). Read the file into an empty folder (CONTENT_DIR).`,
      conflicts: {
        'edited-by-hand':
          'The file was changed by hand since the last import, and so was the catalogue. It stays as it is.',
        'deleted-by-hand': 'The file was deleted after the last import. It stays deleted.',
        'already-exists':
          'This file is here already with other content and does not come from this catalogue. It stays as it is.',
      } satisfies Record<Exclude<Conflict, 'twice'>, string>,
      unread: 'It is too large or cannot be read, or it translates what is not there.',
      unusable: (names: readonly string[]) =>
        `${names.length} entries have no usable name or content and are left out: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
      elsewhere: (count: number) =>
        `${count} entries belong to other towns and are not read: sources in site.yml fetches them.`,
      copies: (names: readonly string[]) =>
        `These files are not in the catalogue. Copy them yourself into the same folder: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ' …' : ''}`,
      publicOnly:
        'This is the public edition: drafts, consents (and with them persons), protected addresses, pages, network and concept are not in it. To take everything along: npm run export -- --data json.',
      next: 'Next: npm run check.',
    },
  },
};
