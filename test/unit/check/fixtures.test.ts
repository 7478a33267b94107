import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import * as german from '../../../src/check/messages/de.ts';
import * as english from '../../../src/check/messages/en.ts';
import { describeProblems, type DescribedProblem } from '../../../src/check/print/describe-problem.ts';
import { sizeLimitOf } from '../../../src/content/open-folder.ts';
import { unmetTargets } from '../../../src/insight/unmet-targets.ts';
import { contentFolder, invalidFixtures, today } from '../../support/content-folder.ts';

/** What is too unwieldy to be kept in the repository. */
const made: Readonly<Record<string, (folder: string) => void>> = {
  'file-too-large': (folder) => {
    mkdirSync(join(folder, 'offers'), { recursive: true });
    writeFileSync(join(folder, 'offers/riesig.md'), 'x'.repeat(sizeLimitOf('riesig.md') + 1));
  },
};

const codes = Object.keys(english.messages);
const shippedTexts = new Map([
  ['app.home', 'Startseite'],
  ['app.main-menu', 'Hauptmenü'],
  ['count.offers', '{count, plural, one {# Angebot} other {# Angebote}}'],
]);

it('has a fixture for every code and a code for every fixture', () => {
  expect(readdirSync(invalidFixtures).sort()).toEqual([...codes].sort());
});

it('says everything in both languages', () => {
  expect(Object.keys(german.messages).sort()).toEqual([...codes].sort());
});

it('finds nothing in the valid fixture', async () => {
  const { value, problems } = await loadCatalogue({
    contentDir: contentFolder(),
    today,
    shippedTexts,
    alsoCheck: unmetTargets,
  });
  expect(problems).toEqual([]);
  expect(value?.offers.size).toBe(2);
});

describe.each(codes)('%s', (code) => {
  it('is found where it is, and nothing else; and it is explained in both languages', async () => {
    const contentDir = contentFolder(code);
    made[code]?.(contentDir);
    // What else is wrong with an offer may keep it from counting: targets are looked at where they are meant.
    const alsoCheck = code === 'target-unmet' ? unmetTargets : () => [];
    const { problems, sources } = await loadCatalogue({ contentDir, today, shippedTexts, alsoCheck });
    const [inGerman, inEnglish] = (['de', 'en'] as const).map((lang) => describeProblems(problems, sources, lang)) as [
      DescribedProblem[],
      DescribedProblem[],
    ];

    const found = inEnglish.map(
      ({ file, position: { line, column, length }, severity, code: other }) =>
        `${file}:${line}:${column}+${length} ${severity} ${other}`,
    );
    const expected = readFileSync(join(invalidFixtures, code, 'expected.txt'), 'utf8')
      .trim()
      .split('\n');
    expect(found).toEqual(expected);
    expect(found[0]).toMatch(new RegExp(` ${code}$`));

    for (const { message, fix } of [inGerman[0]!, inEnglish[0]!]) {
      expect(message.length).toBeGreaterThan(15);
      expect(fix.length).toBeGreaterThan(10);
      expect(`${message}${fix}`).not.toMatch(/undefined|\[object|NaN/);
      expect(message).not.toContain('\n');
    }
    expect(inGerman[0]!.message).not.toBe(inEnglish[0]!.message);
  });
});
