import { describe as suite, expect, onTestFinished, test } from 'vitest';
import {
  describe,
  Families,
  fromEach,
  kept,
  keptByKey,
  note,
  openScope,
  readable,
  type Readable,
  reckoned,
  recordReads,
  Scope,
} from '../../../src/model/reads.ts';

const thing = (id: string): Readable => readable(id);
const idsIn = (scope: Scope): string[] => scope.reads.flatMap(({ id, through }) => (through ? idsIn(through) : [id]));

suite('a scope', () => {
  test('has what was read in it, once, and not what inner scopes read for themselves', () => {
    const [a, b, c] = [thing('a'), thing('b'), thing('c')];
    const outer = new Scope();
    const inner = outer.run(() => {
      note(a);
      const scope = new Scope();
      scope.run(() => note(b));
      note(a);
      note(c);
      return scope;
    });
    expect(idsIn(outer)).toEqual(expect.arrayContaining(['a', 'c']));
    expect(idsIn(outer)).not.toContain('b');
    expect(idsIn(inner)).toEqual(['b']);
    expect(inner.parent).toBe(outer);
  });

  test('is closed again when something goes wrong', () => {
    expect(() =>
      new Scope().run(() => {
        throw new Error('bug');
      }),
    ).toThrow('bug');
    expect(openScope()).toBeUndefined();
  });
});

suite('a kept value', () => {
  test('is made once, and every reader has read what it was made from', () => {
    const a = thing('a');
    let count = 0;
    const value = kept(() => {
      note(a);
      return ++count;
    });
    const [first, second] = [new Scope(), new Scope()];
    expect([first.run(value), second.run(value)]).toEqual([1, 1]);
    expect([idsIn(first), idsIn(second)]).toEqual([['a'], ['a']]);
  });

  test('is reckoned once where nothing is written down, and anew for the first who wants to know', () => {
    onTestFinished(() => recordReads(true));
    const a = thing('a');
    let count = 0;
    const value = kept(() => {
      note(a);
      return ++count;
    });
    recordReads(false);
    expect([value(), value()]).toEqual([1, 1]);
    recordReads(true);
    const reader = new Scope();
    expect([reader.run(value), value()]).toEqual([2, 2]);
    expect(idsIn(reader)).toEqual(['a']);
    recordReads(false);
    expect(value()).toBe(2);
  });
});

suite('a reckoned value', () => {
  test('is all that its readers depend on; what it was made from is known by its name', () => {
    const a = thing('a');
    const families = new Families();
    const value = reckoned(families, 'length', (key) => {
      note(a);
      return key.length;
    });
    const reader = new Scope();
    expect(reader.run(() => value('four'))).toBe(4);
    expect(idsIn(reader)).toEqual(['=length\tfour']);
    const look = families.get('length')!.look('four');
    expect(look.text).toBe('4');
    expect(idsIn(look.scope)).toEqual(['a']);
  });

  test('that cannot be written out is never the same twice', () => {
    const texts = [1, 2].map(() => {
      const families = new Families();
      reckoned(families, 'function', () => () => 1);
      return families.get('function')!.look('').text;
    });
    expect(texts[0]).not.toBe(texts[1]);
  });

  test('of a map is known key by key', () => {
    const map = keptByKey(new Families(), 'words', () => new Map([['a', 1]]));
    const reader = new Scope();
    reader.run(() => [map.get('a'), map.get('b')]);
    expect(idsIn(reader)).toEqual(['=words\ta', '=words\tb']);
    expect([...map]).toEqual([['a', 1]]);
    expect([map.size, map.has('b')]).toEqual([1, false]);
  });
});

suite('what is made from each entry of a list', () => {
  test('knows its entry, not the list', () => {
    const list = thing('list');
    const scopes = fromEach(
      () => {
        note(list);
        return ['x', 'y'];
      },
      () => [openScope()!],
    );
    expect(scopes.map(({ given }) => given)).toEqual(['"x"', '"y"']);
    expect(scopes.flatMap(idsIn)).toEqual([]);
  });

  test('depends on the list where an entry cannot be written out', () => {
    const list = thing('list');
    const scopes = fromEach(
      () => {
        note(list);
        return [{ text: () => 'x' }];
      },
      () => [openScope()!],
    );
    expect(scopes.flatMap(idsIn)).toEqual(['list']);
  });
});

test('different values are written differently', () => {
  const values = [
    undefined,
    null,
    '',
    'null',
    0,
    '0',
    [],
    {},
    [[]],
    [''],
    { a: 1 },
    { a: '1' },
    new Map(),
    new Map([['a', 1]]),
    ['a', 'b'],
    ['a,b'],
    ['a","b'],
    true,
    'true',
    new Set([1]),
  ];
  // A set is a list here: whoever reads it goes through it in the same order.
  expect(new Set(values.map(describe)).size).toBe(values.length);
  expect(describe([() => 1])).toBeUndefined();
  expect(describe(new Date())).toBeUndefined();
});
