import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblems } from '../../check/print/describe-problem.ts';
import { printable } from '../../check/print/frame.ts';
import { readContent } from '../../content/read-content.ts';
import { toId } from '../../content/similar.ts';
import { entryHash } from '../../datasheet/entry-hash.ts';
import type { OwnCatalogue } from '../../datasheet/own-catalogue.ts';
import { documentsOf, planFiles, type FileOutcome } from '../../datasheet/plan-files.ts';
import type { Terminal } from '../check.ts';
import type { Call, CommandLanguage } from '../command.ts';
import { readMemory, writeAndRemember } from './import-memory.ts';
import { importTexts } from './texts.ts';

interface Run {
  readonly call: Call;
  readonly terminal: Terminal;
  readonly dryRun: boolean;
}

/** Writes the files of the own JSON into the content folder; returns the exit code. */
export function importOwn(catalogue: OwnCatalogue, { call, terminal, dryRun }: Run): number {
  const { lang, settings } = call;
  const say = importTexts[lang];
  const { contentDir, today } = settings;
  const { sourceLanguage, scope, unusable, elsewhere, copies } = catalogue;
  const content = readContent(contentDir).value;
  if (content.site && content.sourceLanguage !== sourceLanguage)
    return call.refuse(say.own.otherLanguage(content.sourceLanguage, sourceLanguage));

  // One memory for each catalogue: two towns may both have an offer of the same name.
  const statePath = join(contentDir, 'imports', `${toId(`catalogue-${scope}-${catalogue.home}`)}.yml`);
  const documents = documentsOf(content);
  const state = readMemory(statePath, (file) => {
    const document = documents.get(file);
    return document && entryHash(document.data, document.body);
  });
  if (!state) return call.refuse(say.badState(statePath));

  const missing = copies.filter((name) => !existsSync(join(contentDir, name)));
  const media = missing.flatMap((name) => (name.startsWith('media/') ? [name.slice('media/'.length)] : []));
  const plan = planFiles({ files: catalogue.files, content, sourceLanguage, media, today, state });

  const counts: Record<string, number> = { new: 0, updated: 0, unchanged: 0, conflict: 0, rejected: 0 };
  for (const outcome of plan.outcomes) {
    counts[outcome.kind]! += 1;
    terminal.out(describeOutcome(outcome, lang));
  }
  if (unusable.length > 0) terminal.out(`${printable(say.own.unusable(unusable))}\n`);
  if (elsewhere > 0) terminal.out(`${say.own.elsewhere(elsewhere)}\n`);
  if (scope === 'public') terminal.out(`${say.own.publicOnly}\n`);
  if (missing.length > 0) terminal.out(`${say.own.copies(missing)}\n`);
  terminal.out(`${say.summary(counts)}\n`);

  if (dryRun) terminal.out(`${say.dryRun}\n`);
  else {
    const written = plan.outcomes.flatMap((outcome) =>
      outcome.kind === 'new' || outcome.kind === 'updated'
        ? [{ ...outcome, path: join(contentDir, outcome.file) }]
        : [],
    );
    writeAndRemember(written, statePath, plan.state);
    if (counts['new']! + counts['updated']! > 0) terminal.out(`${say.own.next}\n`);
  }
  return counts['conflict']! + counts['rejected']! + unusable.length > 0 ? 1 : 0;
}

/** One line for each file that needs a look; new files are many and only counted. */
function describeOutcome(outcome: FileOutcome, lang: CommandLanguage): string {
  const say = importTexts[lang];
  if (outcome.kind !== 'conflict' && outcome.kind !== 'rejected') return '';
  const lines = [`${say.kinds[outcome.kind]}  ${outcome.file}`];
  if (outcome.kind === 'conflict') lines.push(`  ${say.own.conflicts[outcome.conflict]}`);
  else {
    const described = describeProblems(outcome.diagnostics, new Map([[outcome.file, outcome.text]]), lang);
    lines.push(
      ...(described.length > 0 ? described.map(({ message }) => `  - ${message}`) : [`  - ${say.own.unread}`]),
    );
  }
  return `${printable(lines.join('\n'))}\n`;
}
