import { describe, expect, it } from 'vitest';
import { decodeXml, readXml } from '../../../src/translation/read-xml.ts';

it('reads elements, attributes and all ways of writing a character', () => {
  const root = readXml(
    `\uFEFF<?xml version="1.0"?>\r\n<!-- x --><a:b c="1 &lt; 2" d='"'>&#228;&#xE4;&amp;<![CDATA[<&>]]><e/>t</a:b>\n`,
  );
  expect(root).toMatchObject({ name: 'b', children: ['ää&', '<&>', { name: 'e', children: [] }, 't'] });
  expect(root?.attributes.get('c')).toBe('1 < 2');
});

describe('refuses', () => {
  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
    ['an unknown entity', '<x>&a;</x>'],
    ['an element that is not closed', '<x><y></x>'],
    ['two roots', '<x/><y/>'],
    ['text outside', '<x/>y'],
    ['half a tag', '<x'],
    ['nothing', ''],
    ['a character that is none', '<x>&#x110000;</x>'],
    ['a million levels', '<x>'.repeat(1e6)],
  ])('%s', (_, text) => expect(readXml(text)).toBeUndefined());
});

it('takes the encoding from the first bytes', () => {
  expect(decodeXml(Buffer.from('\uFEFF<x>ä</x>', 'utf16le'))).toContain('ä');
  expect(decodeXml(Buffer.from('<x>ä</x>', 'utf8'))).toBe('<x>ä</x>');
  expect(decodeXml(Buffer.from('<x>ä</x>', 'latin1'))).toBeUndefined();
});
