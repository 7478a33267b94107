import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stringify } from 'yaml';
import { loadCatalogue } from '../../../src/catalogue.ts';
import type { AskLine } from '../../../src/cli/ask-on-terminal.ts';
import { newOffer } from '../../../src/cli/new.ts';
import { readMarkdown } from '../../../src/content/read-document.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';
import { runCommand, type Run } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

interface Talk extends Run {
  /** The questions with the answers that they got, in order. */
  readonly asked: readonly string[];
}

/**
 * A person who answers by the title of the question. Each answer is given once; a list is given one after the other.
 * Everything else gets Enter.
 */
async function talk(
  folder: string,
  answers: Readonly<Record<string, string | readonly string[]>>,
  { limit = 400 } = {},
): Promise<Talk> {
  let shown = '';
  const asked: string[] = [];
  const left = new Map(
    Object.entries(answers).map(([title, answer]) => [title, typeof answer === 'string' ? [answer] : [...answer]]),
  );
  const ask: AskLine = (prompt) => {
    const text = `${shown}${prompt}`;
    shown = '';
    const lines = text.split('\n').filter(Boolean);
    const title = [...left.keys()].find((key) =>
      lines.some(
        (line) =>
          line === key ||
          line.startsWith(`${key}  (`) ||
          line.startsWith(`${key} (`) ||
          line.startsWith(`${key}:`) ||
          line.startsWith(`${key}?`),
      ),
    );
    const answer = title === undefined ? '' : (left.get(title)!.shift() ?? '');
    asked.push(`${title ?? lines[0]} → ${answer}`);
    if (asked.length > limit || answer === 'STOP') return Promise.resolve(undefined);
    return Promise.resolve(answer);
  };
  const result = await runCommand(
    (args, terminal) =>
      newOffer(
        args,
        {
          ...terminal,
          out: (text) => {
            shown = text;
            terminal.out(text);
          },
        },
        ask,
      ),
    folder,
    [],
  );
  return { ...result, asked };
}

const answers = {
  Title: 'Sprachcafé: am Abend',
  'In one sentence': 'Deutsch sprechen bei Kaffee und Tee.',
  'Type of offer': 'Meeting place',
  Status: '',
  Organisation: '1',
  'Fields of action': '1',
  Topics: '1',
  'Audience: Groups': '1',
  'Audience: From age': '16',
  Languages: 'German; Arabic',
  'Cost: Free or paid': 'free',
  'Registration: Kind of registration': 'none',
  'In what form': 'on-site',
  Place: 'Familienzentrum Ziegelhof',
  'For people from': 'Lindenau',
  'Childcare: Is there childcare': 'no',
  'Contacts: Office or task': 'Anmeldung',
  'Contacts: Telephone': '+49 221 4710123',
  Description: ['Kommen Sie vorbei.', ''],
};

async function errorsIn(folder: string): Promise<unknown[]> {
  const { problems } = await loadCatalogue({ contentDir: folder, today });
  return problems.filter(({ severity }) => severity === 'error');
}

describe('new, asking', () => {
  it('writes a valid offer out of the answers and says how to go on', async () => {
    const folder = contentFolder();
    const { code, out, err } = await talk(folder, answers);
    expect(err).toBe('');
    expect(code).toBe(0);
    const text = readFileSync(join(folder, 'offers/sprachcafe-am-abend.md'), 'utf8');
    expect(readMarkdown('a.md', text).value).toMatchObject({
      data: {
        title: 'Sprachcafé: am Abend',
        type: 'meeting-point',
        status: 'active',
        organisation: 'sprachbruecke',
        audience: { age: { min: 16 } },
        place: 'ziegelhof',
        accessibility: { step_free: 'unknown' },
        childcare: { available: 'no' },
        reviewed: today,
        review_every: 12,
      },
      body: expect.stringContaining('Kommen Sie vorbei.') as string,
    });
    expect(await errorsIn(folder)).toEqual([]);
    expect(out).toContain('npm run check -- ');
  });

  it('asks again until the answer is possible, with the reason', async () => {
    const { code, out } = await talk(contentFolder(), {
      ...answers,
      Title: ['', 'A', 'Sprachcafé'],
      'Type of offer': ['Metting place', '99', 'meeting-point'],
      'Contacts: Telephone': ['12', '+49 221 4710123'],
    });
    expect(code).toBe(0);
    expect(out).toContain('This must be answered.');
    expect(out).toContain('has only 1 character');
    expect(out).toContain('Did you mean “Meeting place”?');
    expect(out).toContain('There is no “99” here.');
  });

  it('goes back, and helps', async () => {
    const folder = contentFolder();
    const { code, out } = await talk(folder, {
      ...answers,
      Title: ['Falsch', '?', 'Richtig'],
      'In one sentence': ['<', 'Deutsch sprechen bei Tee.'],
    });
    expect(code).toBe(0);
    expect(out).toContain('Use the name on your poster.');
    expect(existsSync(join(folder, 'offers/richtig.md'))).toBe(true);
  });

  it('asks for childcare only where it is needed, and for consent only where a person is named', async () => {
    const counselling = await talk(contentFolder(), { ...answers, 'Type of offer': 'counselling' });
    expect(counselling.asked.join('\n')).not.toContain('Childcare');
    expect(counselling.asked.join('\n')).not.toContain('Consent');
    const named = await talk(contentFolder(), {
      ...answers,
      'Contacts: Person': 'Mira Beispiel',
      'Contacts: Given on': '2026-01-01',
      'Contacts: What for': 'name, phone',
      'Contacts: Valid until': '2028-01-01',
      'Contacts: Where it is kept': 'Ordner 1',
    });
    expect(named.code).toBe(0);
    expect(named.out).toContain('Given on');
  });

  it('asks once more for what the whole sheet shows to be wrong', async () => {
    const { code, out } = await talk(contentFolder(), {
      ...answers,
      'Contacts: Office or task': '',
      'Contacts 1: Office or task': 'Anmeldung',
      'Contacts 1: Telephone': '+49 221 4710123',
    });
    expect(out).toContain('Something is still missing');
    expect(code).toBe(0);
  });

  it('offers the fields that nobody must fill in', async () => {
    const folder = contentFolder();
    const { code } = await talk(folder, { ...answers, 'Would you like to say more': '2', Partners: '1' });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, 'offers/sprachcafe-am-abend.md'), 'utf8')).toContain('partners: [sprachbruecke]');
  });

  it('never overwrites, and proposes another name', async () => {
    const folder = contentFolder();
    const before = validFile('offers/sprachcafe.md');
    const { code, out } = await talk(folder, {
      ...answers,
      Title: 'Sprachcafé',
      'Name of the file': ['sprachcafe', 'Ä b', ''],
    });
    expect(code).toBe(0);
    expect(out).toContain('is not overwritten');
    expect(out).toContain('cannot be a name');
    expect(readFileSync(join(folder, 'offers/sprachcafe.md'), 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'offers/sprachcafe-2.md'))).toBe(true);
  });

  it('writes nothing when it is broken off', async () => {
    const folder = contentFolder();
    const before = readdirSync(join(folder, 'offers'));
    const { code, err } = await talk(folder, { ...answers, Languages: 'STOP' });
    expect(code).toBe(1);
    expect(err).toContain('Nothing was written.');
    expect(readdirSync(join(folder, 'offers'))).toEqual(before);
  });
});

describe('new, from a file', () => {
  const { data, body } = readMarkdown('a.md', validFile('offers/sprachcafe.md')).value!;

  function answersFile(changes: Readonly<Record<string, unknown>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'answers-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'a.yml'), stringify({ ...data, body, ...changes }));
    return join(folder, 'a.yml');
  }

  it('writes the offer', async () => {
    const folder = contentFolder();
    const { code } = await runCommand(newOffer, folder, ['--answers', answersFile({ title: 'Erzählcafé' })]);
    expect(code).toBe(0);
    const written = readMarkdown('a.md', readFileSync(join(folder, 'offers/erzaehlcafe.md'), 'utf8')).value!;
    expect(written.data).toEqual({ ...data, title: 'Erzählcafé' });
    expect(await errorsIn(folder)).toEqual([]);
  });

  it.each([
    [{ title: 'Sprachcafé' }, 1, 'is not overwritten'],
    [{ id: '../x' }, 2, 'cannot be a name'],
    [{ id: 'neu', type: 'party' }, 1, 'Nothing was written'],
    [{ id: 'neu', title: 'x'.repeat(100_000) }, 1, 'Nothing was written'],
    [{ id: 'neu', organisation: 'nobody' }, 1, 'Nothing was written'],
  ])('refuses %j', async (changes, code, message) => {
    const folder = contentFolder();
    const before = readdirSync(join(folder, 'offers'));
    const result = await runCommand(newOffer, folder, ['--answers', answersFile(changes)]);
    expect(result.code).toBe(code);
    expect(result.err).toContain(message);
    expect(readdirSync(join(folder, 'offers'))).toEqual(before);
  });

  it('refuses a file that is not there or holds no answers', async () => {
    expect((await runCommand(newOffer, contentFolder(), ['--answers', '/no/file.yml'])).code).toBe(2);
    const file = answersFile({});
    writeFileSync(file, 'a: *b');
    expect((await runCommand(newOffer, contentFolder(), ['--answers', file])).code).toBe(2);
  });
});
