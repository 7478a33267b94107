import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { describe, expect, it } from 'vitest';
import { frontMatterRange } from '../../../src/content/front-matter-range.ts';
import { parseCommonYaml } from '../../../src/content/parse-common-yaml.ts';
import { yamlOptions } from '../../../src/content/parse-yaml.ts';
import { emitMap } from '../../../src/datasheet/emit-yaml.ts';
import { anyText } from '../../support/any-text.ts';

const root = join(import.meta.dirname, '../../..');

/** What the `yaml` package reads; undefined where it finds anything to complain of. */
function readByPackage(yaml: string): { value: unknown } | undefined {
  const document = parseDocument(yaml, { ...yamlOptions, uniqueKeys: true });
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;
  return { value: document.toJS({ maxAliasCount: 0 }) as unknown };
}

/** Whatever our reader reads, the package reads in the same way. */
function expectAgreement(yaml: string): void {
  const common = parseCommonYaml(yaml);
  if (common === undefined) return;
  expect({ yaml, ...readByPackage(yaml) }).toStrictEqual({ yaml, value: common });
}

/** The YAML of all sheets, settings and texts in a folder. */
function yamlIn(folder: string): string[] {
  return (
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }) as {
      name: string;
      parentPath: string;
      isFile(): boolean;
    }[]
  )
    .filter((entry) => entry.isFile() && /\.(md|yml)$/.test(entry.name))
    .flatMap((entry) => {
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8').replace(/\r\n?/g, '\n');
      if (entry.name.endsWith('.yml')) return [text];
      const range = frontMatterRange(text);
      return range ? [text.slice(range.start, range.end)] : [];
    });
}

describe('the reader of common YAML', () => {
  it('agrees with the yaml package on all content, fixtures and vocabularies', () => {
    for (const folder of ['content', 'test/fixtures', 'test/sites', 'src/vocabularies'])
      yamlIn(folder).forEach(expectAgreement);
  });

  it('reads nearly all sheets of the demo, or it would be of no use', () => {
    const all = yamlIn('content/offers');
    expect(all.filter((yaml) => parseCommonYaml(yaml) === undefined).length).toBeLessThan(all.length / 50);
  });

  it('agrees on what the project itself writes', () => {
    const text = fc.oneof(
      anyText({ maxLength: 20 }),
      fc.constantFrom(
        'no',
        'null',
        '~',
        '12:30',
        '2026-02-30',
        '1e3',
        '-0',
        '+5',
        '0x1f',
        '.5',
        "it's",
        'a: b',
        'a #b',
        '- x',
        '',
        'Ä ö',
        '🙂',
      ),
    );
    const leaf = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec<{ tree: unknown; map: Record<string, unknown> }>((tie) => ({
      tree: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('tree'), { maxLength: 3 }), tie('map')),
      map: fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z_]{1,8}$/), text), tie('tree'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), tree), (data) =>
        expectAgreement(`${emitMap(data, undefined, '', 0)}\n`),
      ),
      { numRuns: 300 },
    );
  });

  it('agrees on sheets with a mistake in them', () => {
    const sheets = yamlIn('test/fixtures/valid');
    const insertion = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      '\n  ',
      ':',
      ': ',
      '-',
      '- ',
      '#',
      ' #',
      "'",
      '"',
      '[',
      ']',
      '{',
      '}',
      ',',
      '|',
      '&a',
      '*a',
      '!',
      '\\',
      '\t',
      '0',
      '.',
      '?',
      '\u00a0',
      'null',
    );
    const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), removed: fc.nat(3), insertion });
    fc.assert(
      fc.property(fc.constantFrom(...sheets), fc.array(edit, { minLength: 1, maxLength: 3 }), (sheet, edits) => {
        let yaml = sheet;
        for (const { at, removed, insertion: added } of edits) {
          const index = Math.floor(at * yaml.length);
          yaml = yaml.slice(0, index) + added + yaml.slice(index + removed);
        }
        expectAgreement(yaml);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a text that goes on in the next line', 'a: b\n  c\n'],
    ['a key that is there twice', 'a: 1\na: 2\n'],
    ['an anchor', 'a: &x b\n'],
    ['a tag', 'a: !!str b\n'],
    ['a key that is no text', 'null: 1\n'],
    ['a key that would change what objects are', '__proto__: { a: 1 }\n'],
    ['a list within a bracket that is not closed', 'a: [b, c\n'],
    ['a block of lines', 'a: |\n  b\n'],
    ['deep nesting', `a: ${'['.repeat(20)}${']'.repeat(20)}\n`],
  ])('leaves %s to the package', (_, yaml) => {
    expect(parseCommonYaml(yaml)).toBeUndefined();
  });

  it('takes no longer for hostile lines than for others', () => {
    const started = performance.now();
    for (const line of ["a: '", 'a: [', 'a: {a: ', 'a: "', '- ', 'a: 1', ' ', '#'])
      parseCommonYaml(`a: ${line.repeat(50_000)}\n`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
