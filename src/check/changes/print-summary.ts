import { collectionOf, type Collection } from '../../content/schemas.ts';
import { describeProblems, type MessageLanguage } from '../print/describe-problem.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { CheckedChanges } from './check-changes.ts';
import type { FieldChange, FileChange } from './compare-documents.ts';
import { fieldWords } from './field-words.ts';
import { codeOf } from './markdown-code.ts';

export interface SummaryOptions {
  /** Put before every file name, such as `content/`. */
  readonly prefix: string;
  /** Where the change can be looked at, if it was put online. */
  readonly previewUrl?: string;
}

const words = {
  de: {
    title: 'Zusammenfassung',
    nothing: 'An den Inhalten ändert sich nichts.',
    new: 'Neu',
    changed: 'Geändert',
    deleted: 'Gelöscht',
    errors: (count: number) => `${count} Fehler`,
    warnings: (count: number) => `${count} ${count === 1 ? 'Warnung' : 'Warnungen'}`,
    clean: 'Die Prüfung findet keine Probleme.',
    error: 'Fehler',
    warning: 'Warnung',
    problems: 'Probleme in den geänderten Dateien',
    elsewhere: 'Probleme, die dadurch an anderer Stelle entstehen',
    solved: (count: number) => `${count} ${count === 1 ? 'Problem ist' : 'Probleme sind'} damit behoben.`,
    similar: 'Gibt es das schon?',
    looksLike: 'sieht aus wie',
    preview: 'Vorschau',
    previewAt: 'Die geänderten Seiten:',
    previewHow:
      'Laden Sie bei den Ergebnissen dieses Laufs das Paket „vorschau“ herunter, entpacken Sie es und stellen Sie den Ordner mit einem beliebigen kleinen Webserver bereit (zum Beispiel: python3 -m http.server). Oder holen Sie den Zweig und rufen Sie npm start auf. Die geänderten Seiten:',
    body: ({ added, removed }: { added: number; removed: number }) =>
      `Beschreibung: ${added} ${added === 1 ? 'Zeile' : 'Zeilen'} dazu, ${removed} weg`,
    added: 'dazu',
    removed: 'weg',
    order: 'andere Reihenfolge',
    gone: 'entfernt',
    hidden: 'geändert (wird hier nicht gezeigt)',
    field: 'Feld',
    more: (count: number) => `… und ${count} weitere`,
    yes: 'ja',
    no: 'nein',
  },
  en: {
    title: 'Summary',
    nothing: 'Nothing changes in the content.',
    new: 'New',
    changed: 'Changed',
    deleted: 'Deleted',
    errors: (count: number) => `${count} ${count === 1 ? 'error' : 'errors'}`,
    warnings: (count: number) => `${count} ${count === 1 ? 'warning' : 'warnings'}`,
    clean: 'The check finds no problems.',
    error: 'error',
    warning: 'warning',
    problems: 'Problems in the changed files',
    elsewhere: 'Problems that this causes elsewhere',
    solved: (count: number) => `${count} ${count === 1 ? 'problem is' : 'problems are'} solved by this.`,
    similar: 'Does it exist already?',
    looksLike: 'looks like',
    preview: 'Preview',
    previewAt: 'The changed pages:',
    previewHow:
      'Download the package “vorschau” from the results of this run, unpack it and serve the folder with any small web server (for example: python3 -m http.server). Or fetch the branch and call npm start. The changed pages:',
    body: ({ added, removed }: { added: number; removed: number }) =>
      `Description: ${added} ${added === 1 ? 'line' : 'lines'} more, ${removed} less`,
    added: 'more',
    removed: 'less',
    order: 'another order',
    gone: 'removed',
    hidden: 'changed (not shown here)',
    field: 'Field',
    more: (count: number) => `… and ${count} more`,
    yes: 'yes',
    no: 'no',
  },
};

/** A forge shows comments up to 65,536 characters; each language gets its part of that. */
const lengthLimit = 28_000;
const filesLimit = 40;
const fieldsLimit = 25;
const problemsLimit = 40;

/** Lines up to a length. What does not fit any more is left out whole. */
function createPage(): { add: (...lines: readonly string[]) => boolean; text: () => string } {
  const all: string[] = [];
  let length = 0;
  return {
    add(...lines) {
      const size = lines.reduce((sum, line) => sum + line.length + 1, 0);
      if (length + size > lengthLimit) return false;
      length += size;
      all.push(...lines);
      return true;
    },
    text: () => all.join('\n'),
  };
}

/** Names and consent are not repeated where nobody can take them back; a protected address not anywhere. */
const personal = new Set(['person', 'consent']);
const address = new Set(['street', 'postal_code', 'geo', 'directions', 'stop']);

/** The words of a need are for the network; comments of a pull request are often read by everybody. */
const isNeed = (file: string): boolean => collectionOf(file) === 'needs';

const holdsProtected = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ((value as Record<string, unknown>)['protected'] === true || Object.values(value).some(holdsProtected));

/** Markdown for a pull request, in German and English. Nothing from the content can become markup, a link or a mention. */
export function printSummary(changes: CheckedChanges, options: SummaryOptions): string {
  const parts = (['de', 'en'] as const).map((lang) => printIn(changes, options, lang));
  return `${parts.join('\n\n---\n\n')}\n`;
}

/** Where the entries of a collection have pages of their own; a goal stands on the page of its edition. */
const pageFolders: Readonly<Partial<Record<Collection, string>>> = {
  offers: 'angebote',
  organisations: 'traeger',
  networks: 'netzwerke',
  events: 'termine',
  editions: 'konzept',
  measures: 'konzept/massnahmen',
  guidelines: 'konzept/leitlinien',
  indicators: 'konzept/kennzahlen',
  funding: 'foerderung',
  guides: 'wegweiser',
};

function printIn(changes: CheckedChanges, { prefix, previewUrl }: SummaryOptions, lang: MessageLanguage): string {
  const say = words[lang];
  const page = createPage();
  const name = (file: string): string => codeOf(prefix + file);

  const ofKind = (kind: FileChange['kind']): readonly FileChange[] =>
    changes.files().filter((file) => file.kind === kind);
  const counts = (['new', 'changed', 'deleted'] as const)
    .map((kind) => [say[kind], ofKind(kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([title, count]) => `${title}: ${count}`);
  const problems = [...changes.inChanged, ...changes.elsewhere];
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = [
    ...(errors > 0 ? [say.errors(errors)] : []),
    ...(problems.length > errors ? [say.warnings(problems.length - errors)] : []),
  ];
  page.add(`## ${say.title}`, '', counts.length === 0 ? say.nothing : counts.join(' · '), '');
  page.add(found.length === 0 ? `✅ ${say.clean}` : `${errors > 0 ? '❌' : '⚠️'} ${found.join(', ')}`);
  const solved = changes.solved();
  if (solved > 0) page.add('', say.solved(solved));

  section(say.problems, changes.inChanged);
  section(say.elsewhere, changes.elsewhere);
  similarOffers();
  for (const kind of ['new', 'changed', 'deleted'] as const) files(say[kind], ofKind(kind));
  preview();
  return page.text();

  function section(title: string, list: readonly Diagnostic[]): void {
    if (list.length === 0) return;
    const described = describeProblems(list, changes.sources, lang);
    page.add('', `### ${title}`, '');
    const ordered = [...described].sort((a, b) => (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0));
    limited(ordered, problemsLimit, ({ file, position, severity, code, message, fix }) => [
      `- **${say[severity]}** ${codeOf(`${prefix}${file}:${position.line}`)} ${codeOf(code)}`,
      `  - ${codeOf(message.replaceAll('`', '"'), 400)}`,
      `  - → ${codeOf(fix.replaceAll('`', '"'), 400)}`,
    ]);
  }

  function limited<Item>(items: readonly Item[], limit: number, print: (item: Item) => readonly string[]): void {
    let shown = 0;
    for (const item of items.slice(0, limit)) {
      if (!page.add(...print(item))) break;
      shown += 1;
    }
    if (shown < items.length) page.add(`- ${say.more(items.length - shown)}`);
  }

  function similarOffers(): void {
    const similar = changes.similar();
    if (similar.size === 0) return;
    page.add('', `### ${say.similar}`, '');
    limited([...similar], filesLimit, ([id, others]) =>
      others.map(
        (other) =>
          `- ${codeOf(id)} ${say.looksLike} ${codeOf(other.id)} (${codeOf(other.title, 80)}, ${Math.round(other.likeness * 100)} %)`,
      ),
    );
  }

  function files(title: string, list: readonly FileChange[]): void {
    if (list.length === 0) return;
    page.add('', `### ${title}`, '');
    limited(list, filesLimit, (change) => {
      const document = change.after ?? change.before;
      const heading = document?.data['title'] ?? document?.data['name'];
      const shownName = typeof heading === 'string' && !isNeed(change.file) ? ` ${codeOf(heading, 100)}` : '';
      return [`- ${name(change.file)}${shownName}`, ...(change.kind === 'deleted' ? [] : details(change))];
    });
  }

  function details({ file, before, after, fields, body }: FileChange): string[] {
    const isProtected = holdsProtected(before?.data) || holdsProtected(after?.data);
    const lines = fields.slice(0, fieldsLimit).map((field) => `  - ${describeField(file, field, isProtected)}`);
    if (fields.length > fieldsLimit) lines.push(`  - ${say.more(fields.length - fieldsLimit)}`);
    if (body) lines.push(`  - ${say.body(body)}`);
    return lines;
  }

  function describeField(file: string, change: FieldChange, isProtected: boolean): string {
    const label = fieldWords(file, change.path, lang) ?? `${say.field} ${codeOf(change.path.join('.'), 60)}`;
    const isHidden = (key: string | number): boolean =>
      typeof key === 'string' &&
      (personal.has(key) || (isProtected && address.has(key)) || (key === 'title' && isNeed(file)));
    if (change.path.some(isHidden)) return `${label}: ${say.hidden}`;
    const show = (value: unknown): string => codeOf(plain(value, isHidden));
    if ('added' in change) {
      const more = change.added.length > 0 ? [`${say.added} ${change.added.slice(0, 10).map(show).join(', ')}`] : [];
      const less =
        change.removed.length > 0 ? [`${say.removed} ${change.removed.slice(0, 10).map(show).join(', ')}`] : [];
      return `${label}: ${[...more, ...less].join('; ')}`;
    }
    const { before, after } = change;
    if (after === undefined) return `${label}: ${say.gone} (${show(before)})`;
    if (before === undefined) return `${label}: ${show(after)}`;
    if (Array.isArray(before) && Array.isArray(after)) return `${label}: ${say.order}`;
    return `${label}: ${show(before)} → ${show(after)}`;
  }

  /** Data on one line, as somebody would read it out. */
  function plain(value: unknown, isHidden: (key: string) => boolean): string {
    if (Array.isArray(value))
      return value
        .map((item) => plain(item, isHidden))
        .filter(Boolean)
        .join('; ');
    if (typeof value === 'boolean') return value ? say.yes : say.no;
    if (value === null || value === undefined) return '';
    if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
    return Object.entries(value)
      .map(([key, item]) => `${key}: ${isHidden(key) ? '…' : plain(item, isHidden)}`)
      .join(', ');
  }

  function preview(): void {
    const pages = changes.files().flatMap(({ file, kind }) => {
      const collection = collectionOf(file);
      const folder = collection && pageFolders[collection];
      const [, id, language] = /([a-z0-9-]+)(?:\.([a-z-]+))?\.md$/.exec(file) ?? [];
      if (folder === undefined || id === undefined || kind === 'deleted') return [];
      return [`/${language ?? changes.sourceLanguage}/${folder}/${id}/`];
    });
    if (pages.length === 0) return;
    // Out of the settings of the build, not out of the content.
    const root =
      previewUrl !== undefined && /^https?:\/\/[\w.:/~-]+$/.test(previewUrl)
        ? previewUrl.replace(/\/+$/, '')
        : undefined;
    page.add('', `### ${say.preview}`, '', root === undefined ? say.previewHow : say.previewAt, '');
    limited(pages, filesLimit, (path) => [root === undefined ? `- ${codeOf(path)}` : `- <${root}${path}>`]);
  }
}
