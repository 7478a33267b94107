import { describe, expect, it } from 'vitest';
import { locate } from '../../../src/content/locate.ts';
import { readMarkdown } from '../../../src/content/read-document.ts';
import type { FieldPath } from '../../../src/model/diagnostic.ts';

const codesOf = (text: string): string[] => readMarkdown('a.md', text).problems.map(({ code }) => code);

describe('readMarkdown', () => {
  it('splits fields and text', () => {
    const text = '---\ntitle: A\n---\n\nText\n\n---\n\nMore\n';
    expect(readMarkdown('a.md', text).value).toEqual({
      file: 'a.md',
      data: { title: 'A' },
      body: '\nText\n\n---\n\nMore\n',
    });
  });

  it('takes fields that are empty or only comments', () => {
    expect(readMarkdown('a.md', '---\n---\nText').value).toMatchObject({ data: {}, body: 'Text' });
    expect(readMarkdown('a.md', '---\n# later\n---\nText').value).toMatchObject({ data: {}, body: 'Text' });
    expect(readMarkdown('a.md', '---\na: 1\n---').value).toMatchObject({ data: { a: 1 }, body: '' });
  });

  it('does not remember: the same text read twice gives two documents', () => {
    const [first, second] = [1, 2].map(() => readMarkdown('a.md', '---\na: [1]\n---\n').value!);
    expect(first).toEqual(second);
    expect(first!.data['a']).not.toBe(second!.data['a']);
  });

  it.each([
    ['', ['front-matter-missing']],
    ['Text', ['front-matter-missing']],
    [' ---\na: 1\n---\n', ['front-matter-missing']],
    ['----\na: 1\n----\n', ['front-matter-missing']],
    ['---', ['front-matter-unclosed']],
    ['---\na: 1\n', ['front-matter-unclosed']],
    ['---\na: 1\n---- \nText', ['front-matter-unclosed']],
    ['---\njust text\n---\n', ['front-matter-shape']],
    ['---\n- a\n---\n', ['front-matter-shape']],
    ['---\na: *b\n---\n', ['yaml-alias']],
    ['---\nb: &b 1\na: *b\n---\n', ['yaml-alias']],
    ['---\n<<: { a: 1 }\n---\n', []],
    ['---\n? [a]\n: b\n---\n', ['yaml-syntax']],
    ['---\na: "\\d"\n---\n', ['yaml-syntax']],
  ])('%j → %j', (text, expected) => {
    expect(codesOf(text)).toEqual(expected);
  });

  it.each([
    ['a: b: c', 'colon-in-text'],
    ['a:b\nc: d', 'colon-without-space'],
    ['a: "b', 'quote-missing'],
    ["a: 'b", 'quote-missing'],
    ['a: [b', 'bracket-missing'],
    ['a: @b', 'bad-start'],
    ['a: `b`', 'bad-start'],
    ['a: "b" c', 'text-after-quote'],
    ['a: "\\d"', 'bad-escape'],
  ])('knows what is wrong with %j', (yaml, reason) => {
    expect(readMarkdown('a.md', `---\n${yaml}\n---\n`).problems).toMatchObject([
      { code: 'yaml-syntax', args: { reason } },
    ]);
  });
});

describe('locate', () => {
  const text = `---
# a comment
title: "Quoted: text"
contacts:
  - role: Büro
    phone: '0221'
  - { role: Kasse, phone: +49 }
schedule:
  -
    days: [monday, tuesday]
note: |
  Several
  lines
empty:
---
Body
`;
  const marked = (at: FieldPath, onKey = false): string => {
    const { line, column, length } = locate(text, { file: 'a.md', at, onKey });
    return `${line}:${column} ${text.split('\n')[line - 1]!.slice(column - 1, column - 1 + length)}`;
  };

  it.each([
    [['title'], false, '3:8 "Quoted: text"'],
    [['title'], true, '3:1 title'],
    [['contacts', 0, 'phone'], false, "6:12 '0221'"],
    [['contacts', 1], false, '7:5 { role: Kasse, phone: +49 }'],
    [['contacts', 0], true, '5:5 role'],
    [['contacts', 1, 'role'], true, '7:7 role'],
    [['contacts'], false, '4:1 contacts'],
    [['schedule', 0, 'days', 1], false, '10:20 tuesday'],
    [['note'], false, '11:7 |'],
    [['empty'], false, '14:1 empty'],
    [['contacts', 0, 'unknown'], false, '5:5 role'],
    [['unknown'], false, '1:1 ---'],
    [[], true, '1:1 ---'],
  ] as [FieldPath, boolean, string][])('%j, on the key: %s → %s', (at, onKey, expected) => {
    expect(marked(at, onKey)).toBe(expected);
  });
});
