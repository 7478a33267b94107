/** `npm run new`: asks step by step and writes a valid offer. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblems } from '../check/print/describe-problem.ts';
import { printable } from '../check/print/frame.ts';
import { parseYaml } from '../content/parse-yaml.ts';
import type { Content } from '../content/read-content.ts';
import { toId } from '../content/similar.ts';
import { checkCandidates } from '../datasheet/check-candidates.ts';
import { isLineList, readCell, type Column } from '../datasheet/columns.ts';
import { emitFlow } from '../datasheet/emit-yaml.ts';
import { describeOfferFields } from '../datasheet/fields.ts';
import { dataOf, forget, nextQuestion, type Answer, type Answers, type Question } from '../datasheet/interview.ts';
import { findOption, optionsOf, type Option, type OptionSource } from '../datasheet/options.ts';
import { writeOffer } from '../datasheet/write-offer.ts';
import type { Diagnostic, FieldPath, IsoDate } from '../model/diagnostic.ts';
import { askOnTerminal, type AskLine } from './ask-on-terminal.ts';
import type { Terminal } from './check.ts';
import { processTerminal, readCall, runCommand, type CommandLanguage } from './command.ts';
import { loadSheet } from './load-sheet.ts';
import { newTexts } from './new/texts.ts';
import { writeAtomically } from './write-atomically.ts';

const shape = {
  name: 'new',
  options: { answers: { type: 'string' } },
  help: {
    de: `Fragt Schritt für Schritt nach einem Angebot und schreibt die Datei dazu.

  npm run new
  npm run new -- --answers antworten.yml    ohne Fragen: dieselben Zeilen wie im Kopf eines Angebots, dazu id und body

  --lang de|en    Sprache der Fragen (sonst: wie die Umgebung)
  CONTENT_DIR     Ordner mit den Inhalten (sonst: content)

Eine vorhandene Datei wird nie überschrieben.
Ergebnis: 0 geschrieben, 1 nicht geschrieben, 2 falscher Aufruf
`,
    en: `Asks for an offer step by step and writes its file.

  npm run new
  npm run new -- --answers answers.yml    without questions: the same lines as in the head of an offer, and id and body besides

  --lang de|en    language of the questions (otherwise: as the environment)
  CONTENT_DIR     folder with the content (otherwise: content)

An existing file is never overwritten.
Result: 0 written, 1 not written, 2 wrong use
`,
  },
} as const;

type Texts = (typeof newTexts)[CommandLanguage];

/** What Enter means where a field has an honest usual answer. */
function usualAnswer(key: string, today: IsoDate): string | number | undefined {
  const usual: Readonly<Record<string, string | number>> = {
    status: 'active',
    'accessibility.step_free': 'unknown',
    reviewed: today,
    review_every: 12,
  };
  return usual[key];
}

interface Interview {
  readonly content: Content;
  readonly sources: readonly OptionSource[];
  readonly today: IsoDate;
  readonly lang: CommandLanguage;
  readonly say: Texts;
  readonly ask: AskLine;
  readonly terminal: Terminal;
}

const candidateId = 'neues-angebot';

/** What is wrong with a sheet by itself; other offers play no part. */
function problemsOf(
  { content, today }: Interview,
  data: Readonly<Record<string, unknown>>,
  body: string,
): readonly Diagnostic[] {
  const alone = { ...content, entries: { ...content.entries, offers: new Map() } };
  return checkCandidates(alone, new Map([[candidateId, writeOffer(data, body)]]), today).get(candidateId) ?? [];
}

const isErrorAt = ({ severity, code, at }: Diagnostic, path: FieldPath): boolean =>
  severity === 'error' &&
  code !== 'missing-field' &&
  code !== 'missing-one-of' &&
  code !== 'consent-missing' &&
  Array.isArray(at) &&
  path.every((step, index) => at[index] === step);

/** Top-level fields that the rules demand of this sheet. */
function missingFields(problems: readonly Diagnostic[]): Set<string> {
  return new Set(problems.flatMap(({ code, args }) => (code === 'missing-field' ? [String(args['field'])] : [])));
}

function explain(
  problems: readonly Diagnostic[],
  data: Readonly<Record<string, unknown>>,
  lang: CommandLanguage,
): string[] {
  const sources = new Map([[`offers/${candidateId}.md`, writeOffer(data, '')]]);
  return describeProblems(problems, sources, lang).map(({ message, fix }) => `${message} ${fix.split('\n')[0]}`);
}

const columnFor = (question: Extract<Question, { kind: 'field' }>): Column => ({
  key: question.key,
  path: question.path,
  field: question.field,
  labels: { de: '', en: '' },
  help: { de: '', en: '' },
});

/** Numbers stand for choices: `1, 3` → the first and the third. */
function numbersAsValues(text: string, options: readonly Option[]): string {
  const parts = text.split(/[;,]/).map((part) => part.trim());
  const isAll = parts.every((part) => /^\d+$/.test(part) && Number(part) >= 1 && Number(part) <= options.length);
  return isAll ? parts.map((part) => options[Number(part) - 1]!.value).join('; ') : text;
}

type Step = { readonly answer: unknown } | 'back' | 'again' | 'end';

/** In what form an answer may be given. */
function answerHints(
  { field, key }: Extract<Question, { kind: 'field' }>,
  options: readonly Option[] | undefined,
  say: Texts,
): string[] {
  if (key === 'place') return [say.placeOrAddress];
  if (isLineList(field)) return [say.languages];
  if (field.kind !== 'list') return options ? [say.choose] : [];
  return [options ? say.several : say.list];
}

/** Asks one question once. */
async function askOnce(interview: Interview, question: Question, answers: Answers): Promise<Step> {
  const { ask, say, lang, sources, terminal, today } = interview;
  const [source] = sources as [OptionSource];

  if (question.kind === 'body') {
    const lines: string[] = [];
    for (let line = await ask(`\n${say.body}\n> `); ; line = await ask('> ')) {
      if (line === undefined) return lines.length > 0 ? { answer: lines.join('\n') } : 'end';
      if (line.trim() === '<' && lines.length === 0) return 'back';
      if (line.trim() === '') return { answer: lines.join('\n') };
      lines.push(line);
    }
  }
  if (question.kind === 'more') {
    const line = await ask(`\n${say.more(question.field.texts[lang].title, question.count)} `);
    if (line === undefined) return 'end';
    return line.trim() === '<' ? 'back' : { answer: say.yes.test(line.trim()) };
  }
  if (question.kind === 'further') {
    const list = question.fields.map((field, index) => `  ${index + 1}  ${field.texts[lang].title}`).join('\n');
    const line = await ask(`\n${list}\n${say.further}\n> `);
    if (line === undefined) return 'end';
    if (line.trim() === '<') return 'back';
    const numbers = line.split(/[;,\s]+/).filter(Boolean);
    if (numbers.some((text) => !question.fields[Number(text) - 1])) return 'again';
    return { answer: numbers.map((text) => question.fields[Number(text) - 1]!.key) };
  }

  const { field, path, mustAnswer, key } = question;
  const usual = usualAnswer(key, today);
  const options = optionsOf(field, source);
  const hints = [
    ...(mustAnswer && usual === undefined ? [say.required] : []),
    ...(usual === undefined ? [] : [say.enter(options?.find(({ value }) => value === usual)?.label ?? String(usual))]),
    ...answerHints(question, options, say),
  ];
  const title = [...titlesAbove(answers, question, lang), field.texts[lang].title || field.key].join(': ');
  const list = (options ?? []).map(({ label }, index) => `  ${String(index + 1).padStart(2)}  ${label}\n`).join('');
  terminal.out(
    printable(
      `\n${title}${hints.length > 0 ? `  (${hints.join('; ')})` : ''}\n${field.texts[lang].description}\n${list}`,
    ),
  );
  const line = await ask('> ');
  if (line === undefined) return 'end';
  const text = line.trim();
  if (text === '<') return 'back';
  if (text === '?') {
    const { help } = field.texts[lang];
    const example =
      field.example === undefined
        ? ''
        : say.example(typeof field.example === 'string' ? field.example : emitFlow(field.example, undefined));
    terminal.out(`${[help, example].filter(Boolean).join('\n') || say.noHelp}\n`);
    return 'again';
  }
  if (text === '') {
    if (usual !== undefined) return { answer: usual };
    if (!mustAnswer) return { answer: undefined };
    terminal.out(`${say.mustAnswer}\n`);
    return 'again';
  }
  const result = readCell(columnFor(question), options ? numbersAsValues(text, options) : text, sources);
  if ('problem' in result && options) {
    terminal.out(
      `${printable(say.unknown(result.problem.value, result.problem.suggestion || findOption(field, text, sources).suggestion))}\n`,
    );
    return 'again';
  }
  // What could not be read goes through the checks as it is: they know best how to put it right.
  const value = 'value' in result ? result.value : text;
  const data = dataOf(new Map([...answers, [key, { question, value }]]));
  const wrong = problemsOf(interview, data, '').filter((problem) => isErrorAt(problem, path));
  if (wrong.length === 0) return { answer: value };
  terminal.out(`${printable(explain(wrong, data, lang).join('\n'))}\n`);
  return 'again';
}

/** The titles of the maps and lists that a field stands in, with the number of the item. */
function titlesAbove(
  answers: Answers,
  { path, field }: Extract<Question, { kind: 'field' }>,
  lang: CommandLanguage,
): string[] {
  if (path.length < 2) return [];
  const index = path.find((step) => typeof step === 'number');
  const above = topTitle(String(path[0]), lang);
  const isWholeField = field.pattern.length === 1;
  return isWholeField || above === ''
    ? []
    : [typeof index === 'number' && (index > 0 || answers.has(`${path[0]}.more.0`)) ? `${above} ${index + 1}` : above];
}

const topTitle = (key: string, lang: CommandLanguage): string =>
  describeOfferFields().find((field) => field.key === key)?.texts[lang].title ?? '';

/** The whole conversation; undefined when it was broken off. */
async function interviewOffer(
  interview: Interview,
): Promise<{ data: Record<string, unknown>; body: string } | undefined> {
  const { say, terminal, lang } = interview;
  let answers: Answers = new Map();
  for (;;) {
    const data = dataOf(answers);
    const question = nextQuestion(answers, missingFields(problemsOf(interview, data, '')));
    if (!question) {
      const written = answers.get('body')?.value;
      const body = typeof written === 'string' ? written : '';
      const errors = problemsOf(interview, data, body).filter(({ severity }) => severity === 'error');
      if (errors.length === 0) return { data, body };
      terminal.out(
        `\n${say.again}\n${printable(
          explain(errors, data, lang)
            .map((line) => `- ${line}`)
            .join('\n'),
        )}\n`,
      );
      answers = forgetWrong(answers, errors);
      continue;
    }
    const step = await askOnce(interview, question, answers);
    if (step === 'end') return undefined;
    if (step === 'back') answers = new Map([...answers].slice(0, -1));
    else if (step !== 'again')
      answers = new Map<string, Answer>([...answers, [question.key, { question, value: step.answer }]]);
  }
}

/** At least the last answer is asked again, so that the conversation always moves. */
function forgetWrong(answers: Answers, errors: readonly Diagnostic[]): Answers {
  let left = answers;
  for (const { at } of errors) {
    if (!Array.isArray(at)) continue;
    const path = at as FieldPath;
    left = forget(left, typeof path[1] === 'number' ? path.slice(0, 2) : path.slice(0, 1));
  }
  return left.size < answers.size ? left : new Map([...answers].slice(0, -1));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isName = (id: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 80;

/** Runs the command; returns its exit code. `ask` stands for the keyboard. */
export async function newOffer(args: readonly string[], terminal: Terminal, ask?: AskLine): Promise<number> {
  const call = readCall(shape, args, terminal);
  if (typeof call === 'number') return call;
  const { lang, settings } = call;
  const say = newTexts[lang];
  if (call.words.length > 0) return call.refuse(say.words);
  const sheet = loadSheet(settings);
  const folder = join(settings.contentDir, 'offers');
  const isTaken = (id: string): boolean => sheet.content.entries.offers.has(id) || existsSync(join(folder, `${id}.md`));

  const answersPath = call.values['answers'] as string | undefined;
  if (answersPath !== undefined) {
    if (!statSync(answersPath, { throwIfNoEntry: false })?.isFile()) return call.refuse(say.noFile(answersPath));
    const { value, problems } = parseYaml(
      answersPath,
      readFileSync(answersPath, 'utf8')
        .replace(/^\uFEFF/, '')
        .replace(/\r\n?/g, '\n'),
    );
    if (problems.length > 0 || !isMap(value)) return call.refuse(say.badAnswers(answersPath));
    const { id: givenId, body = '', ...data } = value;
    const id =
      typeof givenId === 'string' ? givenId : toId(typeof data['title'] === 'string' ? data['title'] : '').slice(0, 80);
    if (!isName(id)) return call.refuse(say.badName(id));
    if (isTaken(id)) {
      terminal.err(`${say.taken(join(folder, `${id}.md`))}\n`);
      return 1;
    }
    return write(id, data, typeof body === 'string' ? body : '');
  }

  const keyboard = ask ? { ask, close: () => undefined } : askOnTerminal();
  try {
    terminal.out(`${say.intro}\n`);
    const sources = [lang, lang === 'de' ? 'en' : 'de'].map((tag) => sheet.optionsIn(tag));
    const interview: Interview = {
      content: sheet.content,
      sources,
      today: settings.today,
      lang,
      say,
      ask: keyboard.ask,
      terminal,
    };
    const sheetData = await interviewOffer(interview);
    const id = sheetData && (await askName(toId(String(sheetData.data['title'])), keyboard.ask));
    if (!sheetData || id === undefined) {
      terminal.err(`\n${say.aborted}\n`);
      return 1;
    }
    return write(id, sheetData.data, sheetData.body);
  } finally {
    keyboard.close();
  }

  async function askName(wanted: string, askLine: AskLine): Promise<string | undefined> {
    let proposal = wanted.slice(0, 70).replace(/-$/, '') || 'angebot';
    for (let count = 2; isTaken(proposal); count += 1) proposal = `${wanted.slice(0, 70)}-${count}`;
    for (;;) {
      const line = await askLine(`\n${say.name(proposal)}\n> `);
      if (line === undefined) return undefined;
      const id = line.trim() || proposal;
      if (!isName(id)) terminal.out(`${printable(say.badName(id))}\n`);
      else if (isTaken(id)) terminal.out(`${say.taken(join(folder, `${id}.md`))}\n`);
      else return id;
    }
  }

  function write(id: string, data: Readonly<Record<string, unknown>>, body: string): number {
    const text = writeOffer(data, body);
    const found = checkCandidates(sheet.content, new Map([[id, text]]), settings.today).get(id) ?? [];
    const errors = found.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      const described = describeProblems(errors, new Map([[`offers/${id}.md`, text]]), lang);
      for (const { message, fix } of described) terminal.err(`- ${message} ${fix.split('\n')[0]}\n`);
      terminal.err(`${say.invalid(errors.length)}\n`);
      return 1;
    }
    const path = join(folder, `${id}.md`);
    try {
      writeAtomically(path, text, { overwrite: false });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      terminal.err(`${say.taken(path)}\n`);
      return 1;
    }
    terminal.out(
      `\n${say.written(path)}\n${found.length > 0 ? `${say.hints(found.length)}${path}\n` : ''}\n${say.next(path)}`,
    );
    return 0;
  }
}

if (process.argv[1] === import.meta.filename)
  process.exitCode = await runCommand(newOffer, process.argv.slice(2), processTerminal());
