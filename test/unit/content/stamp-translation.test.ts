import { expect, it } from 'vitest';
import { stampTranslation } from '../../../src/content/stamp-translation.ts';

const hash = '3f0a9c5d1b2e';

it.each([
  [
    'an old value',
    '---\n# kept\ntranslation:\n  of: 000000000000 # old\n  by: human\ntitle: A\n---\nText\n',
    '---\n# kept\ntranslation:\n  of: 3f0a9c5d1b2e # old\n  by: human\ntitle: A\n---\nText\n',
  ],
  [
    'no value',
    '---\ntranslation:\n  of:\n  by: human\n---\n',
    '---\ntranslation:\n  of: 3f0a9c5d1b2e\n  by: human\n---\n',
  ],
  [
    'no key',
    '---\ntranslation:\n    by: machine\n---\n',
    '---\ntranslation:\n    of: 3f0a9c5d1b2e\n    by: machine\n---\n',
  ],
  [
    'a flow map',
    '---\ntranslation: { by: machine }\n---\n',
    '---\ntranslation: { of: 3f0a9c5d1b2e, by: machine }\n---\n',
  ],
  [
    'nothing at all',
    '---\ntitle: A\n---\nText\n',
    '---\ntitle: A\ntranslation:\n  of: 3f0a9c5d1b2e\n  by: machine\n---\nText\n',
  ],
  [
    'Windows line ends and a BOM',
    '\uFEFF---\r\ntitle: A\r\n---\r\nText\r\n',
    '\uFEFF---\r\ntitle: A\r\ntranslation:\r\n  of: 3f0a9c5d1b2e\r\n  by: machine\r\n---\r\nText\r\n',
  ],
])('stamps a file with %s and leaves the rest alone', (_, before, after) => {
  expect(stampTranslation(before, hash, 'machine')).toBe(after);
  expect(stampTranslation(after, hash, 'machine')).toBe(after);
});

it.each(['123456789012', '1234567e8901'])('quotes %s, which YAML would read as a number', (digits) => {
  expect(stampTranslation('---\ntitle: A\n---\n', digits, 'human')).toContain(`of: '${digits}'\n`);
});

it.each(['no front matter', '---\na: "x\n---\n', '---\n- a\n---\n'])('leaves %j alone', (text) => {
  expect(stampTranslation(text, hash, 'human')).toBeUndefined();
});
