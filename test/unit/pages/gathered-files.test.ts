import { expect, test } from 'vitest';
import { GatheredFiles } from '../../../src/pages/gathered-files.ts';
import { Output } from '../../../src/pages/output.ts';

const gathered = (): GatheredFiles => new GatheredFiles((path) => path.startsWith('search/'));

test('what was measured of thousands of files comes back as it was', () => {
  const files = gathered();
  const outputs = Array.from({ length: 5000 }, (_, number) =>
    Output.ofBytes(`de/${number}.json`, `${number} `.repeat(9)),
  );
  for (const output of outputs) files.set(output.path, output);
  const page = Output.ofOthers('de/index.html', {
    bytes: 3_000_000_000,
    hash: '00000000ffffffff',
    files: ['assets/site.css', 'de/woche/woche.json'],
  });
  files.set(page.path, page);
  for (const output of outputs) expect(files.get(output.path)?.measure()).toEqual(output.measure());
  expect(files.get(page.path)?.measure()).toEqual(page.measure());
  expect(files.get('de/5000.json')).toBeUndefined();
});

test('a file that is set again is measured as it is now', () => {
  const files = gathered();
  files.set('a', Output.ofBytes('a', 'before'));
  const now = Output.ofBytes('a', 'now');
  files.set('a', now);
  expect(files.get('a')?.measure()).toEqual(now.measure());
});

test('a file that nobody has measured yet is measured when somebody asks', () => {
  const files = gathered();
  files.set(
    'site.css',
    new Output(
      'site.css',
      () => 'body{}',
      () => ['font.woff2'],
    ),
  );
  expect(files.get('site.css')?.measure()).toMatchObject({ bytes: 6, files: ['font.woff2'] });
});

test('those are listed that may be', () => {
  const files = gathered();
  for (const path of ['search/de/b', 'de/index.html', 'search/de/a', 'search/de/b'])
    files.set(path, Output.ofBytes(path, path));
  expect([...files.keys()]).toEqual(['search/de/b', 'search/de/a']);
});
