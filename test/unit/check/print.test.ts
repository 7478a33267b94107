import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { frameOf } from '../../../src/check/print/frame.ts';
import { printProblems, type PrintOptions } from '../../../src/check/print/print-problems.ts';
import { diagnose } from '../../../src/model/diagnostic-codes.ts';
import { changedOffer, contentFolder, today } from '../../support/content-folder.ts';

const plain: PrintOptions = { format: 'text', lang: 'en', colour: false, prefix: 'content/' };

async function printFixture(code: string, options: Partial<PrintOptions> = {}): Promise<string> {
  const { problems, sources } = await loadCatalogue({ contentDir: contentFolder(code), today });
  return printProblems(problems, sources, { ...plain, ...options });
}

describe('text', () => {
  it('names place and code, underlines, and shows how to put it right with an example from the schema', async () => {
    expect(await printFixture('consent-missing')).toBe(`\
content/offers/sprachcafe.md:29:13  error  consent-missing  The field \`contacts[0].consent\` is missing. A person’s name (Mira Beispiel) may be published only with their consent.

  29 |   - person: Mira Beispiel
     |             ^^^^^^^^^^^^^

  To put it right: Ask for written consent and add it, or name an office (\`role\`) instead of the person. For example:
      consent:
        given_on: 2026-01-15
        scope:
          - name
          - phone
        valid_until: 2028-01-15
        record: Ordner Einwilligungen 2026, Nr. 7

1 error and 0 warnings in 1 file.
`);
  });

  it('speaks German', async () => {
    expect(await printFixture('bad-time', { lang: 'de' })).toBe(`\
content/offers/sprachcafe.md:20:11  Fehler  bad-time  „9.30 Uhr“ in \`schedule[0].from\` ist keine Uhrzeit.

  20 |     from: 9.30 Uhr
     |           ^^^^^^^^

  So wird es richtig: Schreiben Sie Stunden und Minuten mit je zwei Ziffern, von 00:00 bis 23:59: \`'09:30'\`.

1 Fehler und 0 Warnungen in 1 Datei.
`);
  });

  it('says did-you-mean for a slip of the fingers', async () => {
    expect(await printFixture('wrong-value')).toBe(`\
content/offers/sprachcafe.md:4:7  error  wrong-value  “meetingpoint” is not possible for \`type\`.

  4 | type: meetingpoint
    |       ^^^^^^^^^^^^

  To put it right: Did you mean \`meeting-point\`? Possible are: counselling, course, meeting-point, companionship, material-aid, information, event, volunteering.

1 error and 0 warnings in 1 file.
`);
  });

  it('prints a file that cannot be shown without a source line', async () => {
    expect(await printFixture('site-missing')).toBe(`\
content/site.yml:1:1  error  site-missing  The content folder has no \`site.yml\`.

  To put it right: Create it, or set CONTENT_DIR to the right folder. It needs at least \`title\`, \`languages\`, \`region\` and \`publisher\`.

1 error and 0 warnings in 1 file.
`);
  });

  it('points below a tab as wide as it is printed', async () => {
    expect(await printFixture('yaml-tab')).toContain(`
  10 |     groups: [newcomers]
     | ^^^^
`);
  });

  it('reads like a list of things to do: by file, from top to bottom, with a count', async () => {
    const files = changedOffer('type: meeting-point', 'type: meet\nstatsu: x');
    const { problems, sources } = await loadCatalogue({ contentDir: contentFolder('protected-leak', files), today });
    const printed = printProblems(problems, sources, plain);
    expect(printed.match(/^content\/\S+/gm)).toEqual([
      'content/offers/frauenberatung.md:27:21',
      'content/offers/sprachcafe.md:4:7',
      'content/offers/sprachcafe.md:5:1',
    ]);
    expect(printed).toMatch(/\n3 errors and 0 warnings in 2 files\.\n$/);
  });

  it('colours only when asked to', async () => {
    expect(await printFixture('bad-time', { colour: true })).toContain('\u001b[31;1merror\u001b[0m');
    expect(await printFixture('bad-time')).not.toContain('\u001b');
  });
});

describe('the source line', () => {
  it('counts wide letters twice and combining marks not at all', () => {
    expect(frameOf('a: 日本 e\u0301 x', { line: 1, column: 10, length: 1 })).toEqual({
      line: 'a: 日本 e\u0301 x',
      underline: `${' '.repeat(10)}^`,
      marked: 'x',
    });
  });

  it('repeats the marked letters of a right-to-left line, which the terminal reorders', () => {
    expect(frameOf('title: مقهى اللغة', { line: 1, column: 8, length: 4 })).toEqual({
      line: '\u2068title: مقهى اللغة\u2069',
      underline: undefined,
      marked: '\u2068مقهى\u2069',
    });
  });

  it('cuts a long line around the place', () => {
    const { line, underline } = frameOf(`summary: ${'x'.repeat(300)}HERE${'y'.repeat(300)}`, {
      line: 1,
      column: 310,
      length: 4,
    });
    expect(line).toMatch(/^…x{30}HEREy+…$/);
    expect(line.length).toBeLessThan(105);
    expect(underline).toBe(`${' '.repeat(31)}^^^^`);
  });

  it('shows control characters and marks of direction instead of obeying them', () => {
    expect(frameOf('a: \u001b[2Jx\u202ey', { line: 1, column: 4, length: 1 }).line).toBe('a: ␛[2Jx\\u202ey');
  });
});

const problem = diagnose(
  'unsafe-link',
  'offers/a,b.md',
  { link: 'x%\n::error::forged' },
  { at: { line: 2, column: 3, length: 4 } },
);

describe('github', () => {
  it('cannot be made to say something else', () => {
    const printed = printProblems([problem], new Map([['offers/a,b.md', 'one\ntwo three']]), {
      ...plain,
      format: 'github',
    });
    expect(printed).toMatch(
      /^::error file=content\/offers\/a%2Cb\.md,line=2,col=3,endColumn=7,title=unsafe-link::The link “x%25%0A::error::forged” is not published/,
    );
    expect(printed.trim().split('\n')).toHaveLength(1);
  });
});

describe('json', () => {
  it('carries everything that the text does', async () => {
    expect(JSON.parse(await printFixture('age-order', { format: 'json' }))).toEqual([
      {
        file: 'content/offers/sprachcafe.md',
        line: 11,
        column: 24,
        length: 1,
        severity: 'error',
        code: 'age-order',
        message: 'The oldest age (6) is below the youngest (16).',
        fix: 'Exchange the two, or correct one of them.',
      },
    ]);
  });
});

const print = (line: number, repeated = 1): { fingerprint: string }[] => {
  const sources = new Map([['offers/a,b.md', 'x\n'.repeat(20)]]);
  const problems = Array.from({ length: repeated }, () => ({ ...problem, at: { line, column: 3, length: 4 } }));
  return JSON.parse(printProblems(problems, sources, { ...plain, format: 'gitlab' })) as { fingerprint: string }[];
};

describe('gitlab', () => {
  it('follows the Code Quality format', () => {
    expect(print(2)).toEqual([
      {
        description: expect.stringContaining('is not published') as string,
        check_name: 'unsafe-link',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        severity: 'major',
        location: { path: 'content/offers/a,b.md', lines: { begin: 2 } },
      },
    ]);
  });

  it('keeps the fingerprint when lines move, and tells two of the same apart', () => {
    expect(print(2)[0]!.fingerprint).toBe(print(9)[0]!.fingerprint);
    const [first, second] = print(2, 2);
    expect(first!.fingerprint).not.toBe(second!.fingerprint);
  });
});
