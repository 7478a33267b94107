/** `npm run upgrade`: takes a release of the project into a town's fork, whole or not at all. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { git, linesOf } from './upgrade/git.ts';
import { newsIn, releasesIn } from './upgrade/releases.ts';

const root = resolve(import.meta.dirname, '../..');

/** The one file outside of the content that is a town's own; each forge reads its own. */
const ownerFiles = ['.github/CODEOWNERS', '.gitlab/CODEOWNERS', '.forgejo/CODEOWNERS'];

const texts = {
  de: {
    words: 'Dieser Befehl braucht keine weiteren Wörter.',
    noRepository:
      'Dieser Ordner ist kein Git-Repository. Eine neue Version kommt über Git: Legen Sie einen Fork an (docs/de/kommune-starten.md).',
    dirty: (files: readonly string[]) =>
      `Es gibt Änderungen, die noch nicht festgehalten sind. Erst: git add -A && git commit\n${list(files)}`,
    noUpstream:
      'Ich weiß nicht, woher neue Versionen kommen. Nennen Sie die Adresse des Projekts: npm run upgrade -- --from https://…',
    fetchFailed: (from: string, reason: string) => `Von ${from} lässt sich nichts holen:\n${reason}`,
    noRelease: 'Dort gibt es keine veröffentlichte Version (Tags wie v1.2.0).',
    unknownRelease: (tag: string, known: string) => `Die Version ${tag} gibt es dort nicht. Es gibt: ${known}`,
    current: (tag: string) => `${tag} ist schon enthalten. Es ist nichts zu tun.`,
    unrelated:
      'Dieses Repository hat mit dem Projekt keine gemeinsame Geschichte, also lässt sich nichts zusammenführen. Legen Sie einen Fork an und kopieren Sie Ihren Ordner content hinein.',
    conflict: (files: readonly string[]) =>
      `Diese Dateien haben Sie und das Projekt verschieden geändert. Sie gehören dem Projekt; Ihre eigenen Änderungen gehören in content/ (docs/de/kommune-starten.md):\n${list(files)}`,
    install: 'Die neuen Pakete ließen sich nicht installieren (npm ci).',
    migrate: 'Die Inhalte ließen sich nicht in die neue Form bringen:',
    check: 'Mit der neuen Version bestehen die Inhalte die Prüfung nicht:',
    moved: 'Während der Arbeit hat sich das Repository geändert. Bitte noch einmal.',
    unchanged: 'Es wurde nichts verändert.',
    would: (tag: string) => `${tag} lässt sich übernehmen. Ohne --dry-run geschieht es.`,
    done: (tag: string) => `${tag} ist übernommen.`,
    news: 'Das ist neu, und das ist zu tun:',
    files: (count: number) => `${count} Dateien des Projekts haben sich geändert.`,
    content: (files: readonly string[]) => `In Ihren Inhalten wurde angepasst:\n${list(files)}`,
    next: 'Ansehen: npm start. Zurück zum Stand davor: git reset --hard ORIG_HEAD',
    packages: 'Die Pakete haben sich geändert: npm ci',
  },
  en: {
    words: 'This command takes no further words.',
    noRepository:
      'This folder is no Git repository. A new version comes through Git: make a fork (docs/de/kommune-starten.md).',
    dirty: (files: readonly string[]) =>
      `There are changes that are not committed. First: git add -A && git commit\n${list(files)}`,
    noUpstream:
      'I do not know where new versions come from. Name the address of the project: npm run upgrade -- --from https://…',
    fetchFailed: (from: string, reason: string) => `Nothing can be fetched from ${from}:\n${reason}`,
    noRelease: 'There is no published version there (tags such as v1.2.0).',
    unknownRelease: (tag: string, known: string) => `There is no version ${tag} there. There are: ${known}`,
    current: (tag: string) => `${tag} is included already. There is nothing to do.`,
    unrelated:
      'This repository shares no history with the project, so nothing can be merged. Make a fork and copy your folder content into it.',
    conflict: (files: readonly string[]) =>
      `You and the project have changed these files differently. They belong to the project; your own changes belong in content/ (docs/de/kommune-starten.md):\n${list(files)}`,
    install: 'The new packages could not be installed (npm ci).',
    migrate: 'The content could not be brought into its new form:',
    check: 'With the new version the content does not pass the checks:',
    moved: 'The repository has changed in the meantime. Please try again.',
    unchanged: 'Nothing was changed.',
    would: (tag: string) => `${tag} can be taken. Without --dry-run it will be.`,
    done: (tag: string) => `${tag} has been taken.`,
    news: 'This is new, and this is to be done:',
    files: (count: number) => `${count} files of the project have changed.`,
    content: (files: readonly string[]) => `In your content this was adapted:\n${list(files)}`,
    next: 'Have a look: npm start. Back to the state before: git reset --hard ORIG_HEAD',
    packages: 'The packages have changed: npm ci',
  },
} satisfies Record<CommandLanguage, unknown>;

function list(files: readonly string[]): string {
  const shown = files.slice(0, 20).map((file) => `  ${file}`);
  return [...shown, ...(files.length > shown.length ? [`  … (${files.length})`] : [])].join('\n');
}

const shape = {
  name: 'upgrade',
  options: { from: { type: 'string' }, to: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  help: {
    de: `Übernimmt eine neue Version des Projekts in Ihren Fork. Ihre Inhalte bleiben, wie sie sind; was ihre Form betrifft, wird angepasst.
Alles geschieht zuerst in einer Kopie: holen, zusammenführen, anpassen, prüfen. Geht etwas schief, bleibt hier alles, wie es war.

  npm run upgrade                    die neueste Version
  npm run upgrade -- --dry-run       nur nachsehen, ob es geht und was neu ist

  --from Adresse   woher (sonst: das Git-Remote „upstream“)
  --to v1.2.0      welche Version (sonst: die neueste)
  --lang de|en     Sprache der Ausgabe (sonst: wie die Umgebung)

Ergebnis: 0 fertig oder nichts zu tun, 1 nicht möglich und nichts verändert, 2 falscher Aufruf
`,
    en: `Takes a new version of the project into your fork. Your content stays as it is; what concerns its form is adapted.
Everything happens in a copy first: fetch, merge, adapt, check. If anything fails, all here stays as it was.

  npm run upgrade                    the newest version
  npm run upgrade -- --dry-run       only see whether it can be done and what is new

  --from address   where from (otherwise: the Git remote “upstream”)
  --to v1.2.0      which version (otherwise: the newest)
  --lang de|en     language of the output (otherwise: as the environment)

Result: 0 done or nothing to do, 1 not possible and nothing changed, 2 wrong use
`,
  },
} as const;

interface Failure {
  readonly reason: string;
}

interface Merged {
  /** The commit that has everything in it. */
  readonly commit: string;
  readonly news: string;
  readonly projectFiles: number;
  readonly contentFiles: readonly string[];
  readonly newPackages: boolean;
}

export function upgrade(args: readonly string[], terminal: Terminal, folder = root): number {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang } = call;
  const say = texts[lang];
  if (call.words.length > 0) return call.refuse(say.words);
  const fail = (reason: string): number => {
    terminal.err(`${reason.trimEnd()}\n${say.unchanged}\n`);
    return 1;
  };

  if (!git(folder, 'rev-parse', '--git-dir').ok) return fail(say.noRepository);
  const dirty = linesOf(git(folder, 'status', '--porcelain')).map((line) => line.slice(3));
  if (dirty.length > 0) return fail(say.dirty(dirty));

  const from = (call.values['from'] as string | undefined) ?? linesOf(git(folder, 'remote', 'get-url', 'upstream'))[0];
  if (from === undefined) return fail(say.noUpstream);
  // Tags of the project under names of their own: a fork may have tags that are called the same.
  const fetched = git(folder, 'fetch', '--quiet', '--no-tags', '--', from, '+refs/tags/v*:refs/upstream/v*');
  if (!fetched.ok) return fail(say.fetchFailed(from, fetched.err));
  const releases = releasesIn(linesOf(git(folder, 'for-each-ref', '--format=%(refname:lstrip=2)', 'refs/upstream/')));
  const [newest] = releases;
  if (newest === undefined) return fail(say.noRelease);
  const wanted = (call.values['to'] as string | undefined) ?? newest;
  if (!releases.includes(wanted)) return fail(say.unknownRelease(wanted, releases.slice(0, 10).join(', ')));
  const isIncluded = (tag: string): boolean =>
    git(folder, 'merge-base', '--is-ancestor', `refs/upstream/${tag}`, 'HEAD').ok;
  if (isIncluded(wanted)) {
    terminal.out(`${say.current(wanted)}\n`);
    return 0;
  }

  const copy = mkdtempSync(join(tmpdir(), 'angebotslotse-upgrade-'));
  const head = git(folder, 'rev-parse', 'HEAD').out.trim();
  try {
    if (!git(folder, 'worktree', 'add', '--quiet', '--detach', copy, head).ok) return fail(say.moved);
    const merged = mergeInCopy(copy, wanted, releases.find(isIncluded));
    if ('reason' in merged) return fail(merged.reason);
    const report = [say.news, merged.news, say.files(merged.projectFiles)];
    if (merged.contentFiles.length > 0) report.push(say.content(merged.contentFiles));
    if (call.values['dry-run'] === true) {
      terminal.out(`${say.would(wanted)}\n\n${report.join('\n\n')}\n`);
      return 0;
    }
    if (!git(folder, 'merge', '--quiet', '--ff-only', merged.commit).ok) return fail(say.moved);
    if (merged.newPackages) report.push(say.packages);
    terminal.out(`${say.done(wanted)}\n\n${[...report, say.next].join('\n\n')}\n`);
    return 0;
  } finally {
    git(folder, 'worktree', 'remove', '--force', copy);
    rmSync(copy, { recursive: true, force: true });
    git(folder, 'worktree', 'prune');
  }

  /** Everything that can go wrong happens here, where nobody works. */
  function mergeInCopy(place: string, tag: string, known: string | undefined): Merged | Failure {
    const content = relative(folder, resolve(folder, 'content'));
    const merge = git(place, ...identity(), 'merge', '--quiet', '--no-commit', '--no-ff', `refs/upstream/${tag}`);
    if (!merge.ok && merge.err.includes('unrelated histories')) return { reason: say.unrelated };
    // The content is the town's alone: what the project changed in its demo does not matter here.
    git(place, 'checkout', '--quiet', head, '--', content);
    const added = linesOf(git(place, 'diff', '--name-only', '--cached', '--diff-filter=AU', head, '--', content));
    for (const file of [...added, ...linesOf(git(place, 'diff', '--name-only', '--diff-filter=U', '--', content))])
      git(place, 'rm', '--quiet', '--force', '--cached', '--ignore-unmatch', '--', file);
    git(place, 'clean', '--quiet', '--force', '-d', '--', content);
    // Whom a town asks about a change is its own affair, too.
    for (const file of linesOf(git(place, 'diff', '--name-only', '--diff-filter=U', '--', ...ownerFiles)))
      git(place, 'checkout', '--quiet', head, '--', file);
    const conflicts = linesOf(git(place, 'diff', '--name-only', '--diff-filter=U'));
    if (conflicts.length > 0) return { reason: say.conflict(conflicts) };

    const newPackages = !git(place, 'diff', '--quiet', head, '--', 'package-lock.json').ok;
    if (newPackages) {
      if (!run(place, 'npm', ['ci', '--no-audit', '--no-fund']).ok) return { reason: say.install };
    } else if (existsSync(join(folder, 'node_modules'))) {
      symlinkSync(join(folder, 'node_modules'), join(place, 'node_modules'));
    }
    // The new program does it: only it knows its own form.
    const migrated = run(place, process.execPath, ['--import', 'tsx', 'src/cli/migrate.ts', '--lang', lang]);
    if (!migrated.ok) return { reason: `${say.migrate}\n${migrated.out}` };
    const checked = run(place, process.execPath, ['--import', 'tsx', 'src/cli/check.ts', '--lang', lang]);
    if (!checked.ok) return { reason: `${say.check}\n${checked.out}` };

    rmSync(join(place, 'node_modules'), { recursive: true, force: true });
    git(place, 'add', '--all');
    const contentFiles = linesOf(git(place, 'diff', '--cached', '--name-only', head, '--', content));
    const projectFiles = linesOf(git(place, 'diff', '--cached', '--name-only', head)).length - contentFiles.length;
    git(place, ...identity(), 'commit', '--quiet', '--no-verify', '-m', `Angebotslotse ${tag}`);
    const changelog = join(place, 'CHANGELOG.md');
    return {
      commit: git(place, 'rev-parse', 'HEAD').out.trim(),
      news: existsSync(changelog) ? newsIn(readFileSync(changelog, 'utf8'), known) : '',
      projectFiles,
      contentFiles,
      newPackages,
    };
  }

  /** A merge needs a name; where the town has set none, the program gives its own. */
  function identity(): string[] {
    return git(folder, 'config', 'user.email').ok
      ? []
      : ['-c', 'user.name=Angebotslotse', '-c', 'user.email=upgrade@example.org'];
  }
}

function run(place: string, command: string, args: readonly string[]): { ok: boolean; out: string } {
  const env = { ...process.env };
  // The copy's own content, whatever the caller works with.
  delete env['CONTENT_DIR'];
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: place, env, encoding: 'utf8' });
  return { ok: status === 0, out: `${stdout ?? ''}${stderr ?? ''}` };
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(upgrade, process.argv.slice(2), processTerminal());
