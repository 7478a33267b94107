/** `npm run doctor`: what is missing before going live, and what was changed outside of the town's own places. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { themeContrast } from '../assets/theme-contrast.ts';
import { loadExtension } from '../extensions/load-extension.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, type CommandLanguage } from './command.ts';
import { findInCatalogue, findInExtension, type Finding } from './doctor/findings.ts';
import { loadOffers } from './load-offers.ts';
import { git, linesOf } from './upgrade/git.ts';
import { releasesIn } from './upgrade/releases.ts';

const root = resolve(import.meta.dirname, '../..');

/** Who is asked about a change: the one file outside of the content that is a town's own. */
const ownerFiles = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', '.forgejo/CODEOWNERS'];

/** What a town may change without standing in the way of the next release. */
const seams = ['content/', '_site/', ...ownerFiles];

/** So many files of one kind are named, the rest is counted. */
const mostNamed = 5;

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    must: 'Vor dem Start nötig',
    should: 'Empfohlen',
    ready: 'Alles da. Die Seite kann online gehen.',
    count: (must: number, should: number) => `${must} nötig, ${should} empfohlen.`,
    more: (count: number) => `… und ${count} weitere`,
    say(finding: Finding): string {
      switch (finding.kind) {
        case 'no-address':
          return 'site.yml: Die Adresse der Website fehlt (url). Ohne sie gibt es keine Sitemap, keine Feeds und keine Vorschaubilder.';
        case 'no-contact':
          return 'site.yml: Beim Herausgeber (publisher) fehlen Telefon und E-Mail. Wer nicht weiterweiß, braucht jemanden zum Fragen.';
        case 'no-statement':
          return 'site.yml: Die Angaben zur Erklärung zur Barrierefreiheit fehlen (accessibility_statement). Öffentliche Stellen bewerten ihre Website und sagen, was noch nicht geht.';
        case 'old-statement':
          return 'site.yml: Die Erklärung zur Barrierefreiheit ist älter als ein Jahr (accessibility_statement). Überprüfen Sie sie und tragen Sie reviewed_on ein.';
        case 'no-licence':
          return 'site.yml: Es ist keine Lizenz der Daten gewählt (data_licence). Andere dürfen sie so nicht nutzen.';
        case 'no-hand-in':
          return 'site.yml: Es gibt keinen Weg, ein Angebot abzugeben (hand_in: repository, email oder inbox).';
        case 'notice':
          return 'site.yml: Über jeder Seite steht noch ein Hinweis (notice). Ist er gewollt?';
        case 'no-offers':
          return 'Es gibt noch kein Angebot: npm run new';
        case 'no-plain-language':
          return 'Die Seite in Leichter Sprache fehlt (pages/de/leichte-sprache.md): was man hier findet, wie man die Seite benutzt und was in der Erklärung zur Barrierefreiheit steht. Öffentliche Stellen brauchen sie (BITV 2.0 § 4 und Recht der Länder).';
        case 'no-sign-language':
          return 'site.yml: Das Video in Deutscher Gebärdensprache für die Startseite fehlt (sign_language). Öffentliche Stellen brauchen es (BITV 2.0 § 4 und Recht der Länder).';
        case 'page-missing':
          return `${finding.page} fehlt. Öffentliche Stellen brauchen Impressum und Datenschutzerklärung.`;
        case 'page-placeholder':
          return `${finding.page} ist noch ein Muster. Füllen Sie es aus und löschen Sie die Zeile „placeholder: true“.`;
        case 'invented-contact':
          return `${finding.file}: ${finding.value} ist eine erfundene Angabe. Dort erreicht man niemanden.`;
        case 'contrast': {
          const { scheme, text, on, ratio, least } = finding.problem;
          const where = scheme === 'dark' ? 'dunkel' : 'hell';
          return ratio === undefined
            ? `theme/theme.css (${where}): --${text} auf --${on} lässt sich nicht prüfen. Schreiben Sie Farben als #rrggbb.`
            : `theme/theme.css (${where}): --${text} auf --${on} ist schlecht zu lesen: Kontrast ${ratio.toFixed(1)}, nötig ${least}.`;
        }
        case 'page-gap':
          return `${finding.page}: Hier fehlt noch etwas: ${finding.gap}`;
        case 'extension':
          return `extensions.ts ist eigener Code dieser Kommune: ${finding.parts.join(', ') || 'noch leer'}. Wer ihn ändert, bestimmt, was beim Bauen geschieht (docs/en/extending.md).`;
        case 'extension-broken':
          return `extensions.ts: ${finding.message.de}`;
        case 'owners':
          return '.github/CODEOWNERS nennt noch erfundene Zuständige. So wird niemand gefragt, wenn jemand etwas vorschlägt.';
        case 'edited':
          return `Gegenüber ${finding.release} hat sich außerhalb von content/ etwas geändert. Bei der nächsten Version kann das im Weg stehen:\n${finding.files.map((file) => `    ${file}`).join('\n')}`;
        case 'release-unknown':
          return 'Ob etwas außerhalb von content/ geändert wurde, ist nicht zu sehen: Die Versionen des Projekts sind hier nicht bekannt (git fetch --tags).';
      }
    },
  },
  en: {
    words: 'This command takes no further words.',
    must: 'Needed before going live',
    should: 'Recommended',
    ready: 'Everything is there. The site can go live.',
    count: (must: number, should: number) => `${must} needed, ${should} recommended.`,
    more: (count: number) => `… and ${count} more`,
    say(finding: Finding): string {
      switch (finding.kind) {
        case 'no-address':
          return 'site.yml: the address of the site is missing (url). Without it there is no sitemap, no feeds and no preview images.';
        case 'no-contact':
          return 'site.yml: the publisher has neither telephone nor e-mail. Whoever is stuck needs somebody to ask.';
        case 'no-statement':
          return 'site.yml: what the statement on accessibility needs is missing (accessibility_statement). Public bodies assess their site and say what does not work yet.';
        case 'old-statement':
          return 'site.yml: the statement on accessibility is older than a year (accessibility_statement). Review it and write reviewed_on.';
        case 'no-licence':
          return 'site.yml: no licence of the data is chosen (data_licence). Others may not use them like this.';
        case 'no-hand-in':
          return 'site.yml: there is no way to hand in an offer (hand_in: repository, email or inbox).';
        case 'notice':
          return 'site.yml: a notice still stands above every page (notice). Is it meant?';
        case 'no-offers':
          return 'There is no offer yet: npm run new';
        case 'no-plain-language':
          return 'The page in Leichte Sprache is missing (pages/de/leichte-sprache.md): what one finds here, how to use the site, and what the accessibility statement says. Public bodies need it (BITV 2.0 § 4 and the law of the states).';
        case 'no-sign-language':
          return 'site.yml: the video in German Sign Language for the start page is missing (sign_language). Public bodies need it (BITV 2.0 § 4 and the law of the states).';
        case 'page-missing':
          return `${finding.page} is missing. Public bodies need an imprint and a privacy policy.`;
        case 'page-placeholder':
          return `${finding.page} is still a pattern. Fill it in and delete the line “placeholder: true”.`;
        case 'invented-contact':
          return `${finding.file}: ${finding.value} is invented. Nobody can be reached there.`;
        case 'contrast': {
          const { scheme, text, on, ratio, least } = finding.problem;
          return ratio === undefined
            ? `theme/theme.css (${scheme}): --${text} on --${on} cannot be judged. Write colours as #rrggbb.`
            : `theme/theme.css (${scheme}): --${text} on --${on} is hard to read: contrast ${ratio.toFixed(1)}, needed ${least}.`;
        }
        case 'page-gap':
          return `${finding.page}: something is still missing here: ${finding.gap}`;
        case 'extension':
          return `extensions.ts is this town’s own code: ${finding.parts.join(', ') || 'still empty'}. Whoever changes it decides what happens in a build (docs/en/extending.md).`;
        case 'extension-broken':
          return `extensions.ts: ${finding.message.en}`;
        case 'owners':
          return '.github/CODEOWNERS still names invented owners. Nobody is asked when somebody proposes something.';
        case 'edited':
          return `Since ${finding.release} something has changed outside of content/. It can stand in the way of the next release:\n${finding.files.map((file) => `    ${file}`).join('\n')}`;
        case 'release-unknown':
          return 'Whether something was changed outside of content/ cannot be seen: the releases of the project are not known here (git fetch --tags).';
      }
    },
  },
} satisfies Record<CommandLanguage, unknown>;

const shape = {
  name: 'doctor',
  options: {},
  help: {
    de: `Sagt, was vor dem Start noch fehlt, und was außerhalb Ihrer eigenen Dateien geändert wurde.

  npm run doctor

  CONTENT_DIR     Ordner mit den Inhalten (sonst: content)
  SITE_URL        Adresse der Website (sonst: url in site.yml)

Ergebnis: 0 alles Nötige ist da, 1 etwas Nötiges fehlt, 2 falscher Aufruf
`,
    en: `Says what is missing before going live, and what was changed outside of your own files.

  npm run doctor

  CONTENT_DIR     folder with the content (otherwise: content)
  SITE_URL        address of the site (otherwise: url in site.yml)

Result: 0 everything needed is there, 1 something needed is missing, 2 wrong use
`,
  },
} as const;

const readIf = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** Files that belong to the project and differ from the newest release that is included. */
function editedFiles(folder: string): Finding[] {
  const tags = linesOf(git(folder, 'for-each-ref', '--format=%(refname)', 'refs/upstream/', 'refs/tags/v*'));
  const byName = new Map(tags.map((ref) => [ref.replace(/^refs\/(?:upstream|tags)\//, ''), ref]));
  const release = releasesIn([...byName.keys()]).find(
    (tag) => git(folder, 'merge-base', '--is-ancestor', byName.get(tag) ?? tag, 'HEAD').ok,
  );
  if (release === undefined) return [{ kind: 'release-unknown', must: false }];
  const files = linesOf(git(folder, 'diff', '--name-only', byName.get(release) ?? release)).filter(
    (file) => !seams.some((seam) => file.startsWith(seam)),
  );
  return files.length === 0 ? [] : [{ kind: 'edited', must: false, files: files.slice(0, 20), release }];
}

async function findExtension(contentDir: string): Promise<Finding[]> {
  const { value, problems } = await loadExtension({ contentDir });
  return [
    ...problems.map(({ words }): Finding => {
      const message = { de: words?.de.message ?? '', en: words?.en.message ?? '' };
      return { kind: 'extension-broken', must: true, message };
    }),
    ...(value ? [findInExtension(value)] : []),
  ];
}

function findOwners(folder: string): Finding[] {
  const invented = ownerFiles.some((file) => readIf(join(folder, file)).includes('@example.org'));
  return invented ? [{ kind: 'owners', must: false }] : [];
}

export async function doctor(args: readonly string[], terminal: Terminal, folder = root): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const say = texts[call.lang];
  if (call.words.length > 0) return call.refuse(say.words);
  const { settings } = call;
  const catalogue = await loadOffers(settings, call.lang, terminal);
  if (!catalogue) return 1;
  const tokens = readIf(join(root, 'src/views/styles/tokens.css'));
  const contrasts = themeContrast(tokens, readIf(join(settings.contentDir, 'theme/theme.css')));
  const findings: Finding[] = [
    ...findInCatalogue(catalogue, settings.siteUrl),
    ...contrasts.map((problem) => ({ kind: 'contrast' as const, must: problem.ratio !== undefined, problem })),
    ...(await findExtension(settings.contentDir)),
    ...findOwners(folder),
    ...editedFiles(folder),
  ];
  const [must, should] = [true, false].map((wanted) => findings.filter((finding) => finding.must === wanted)) as [
    Finding[],
    Finding[],
  ];
  for (const [heading, list] of [
    [say.must, must],
    [say.should, should],
  ] as const) {
    if (list.length === 0) continue;
    terminal.out(`${heading}\n`);
    for (const kind of new Set(list.map((finding) => finding.kind))) {
      const alike = list.filter((finding) => finding.kind === kind);
      for (const finding of alike.slice(0, mostNamed)) terminal.out(`  - ${say.say(finding)}\n`);
      if (alike.length > mostNamed) terminal.out(`    ${say.more(alike.length - mostNamed)}\n`);
    }
    terminal.out('\n');
  }
  terminal.out(`${findings.length === 0 ? say.ready : say.count(must.length, should.length)}\n`);
  return must.length > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await doctor(process.argv.slice(2), processTerminal());
