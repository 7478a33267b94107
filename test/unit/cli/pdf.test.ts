import { describe, expect, test } from 'vitest';
import { pdf } from '../../../src/cli/pdf.ts';
import { readDestinations } from '../../../src/cli/pdf/read-destinations.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { runCommand, wrongCalls } from './run-command.ts';

describe('npm run pdf', () => {
  test('refuses what it does not understand, and says what is there', async () => {
    const folder = contentFolder();
    for (const args of wrongCalls) expect((await runCommand(pdf, folder, args)).code).toBe(2);
    const wrong = await runCommand(pdf, folder, ['--town', 'brinkenaux']);
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain('there is no “brinkenaux”');
    expect((await runCommand(pdf, folder, ['--lang', 'de,xx'])).err).toContain('“xx”');
  });

  test('says what to install where nothing can print', async () => {
    const run = await runCommand(pdf, contentFolder(), [], { CHROMIUM_PATH: '/does/not/exist' });
    expect(run.code).toBe(1);
    expect(run.err).toContain('CHROMIUM_PATH');
  });
});

describe('where things are in a PDF', () => {
  const file = (dests: string): Buffer =>
    Buffer.from(
      `%PDF-1.4
3 0 obj
<</Type /Page
/Parent 9 0 R>>
endobj
4 0 obj
<</Filter /FlateDecode
/Length 3>> stream
\u00ff>>
endstream
endobj
5 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
6 0 obj
<</Type /Page
/Parent 8 0 R>>
endobj
8 0 obj
<</Type /Pages
/Kids [5 0 R 6 0 R]
/Parent 10 0 R>>
endobj
9 0 obj
<</Type /Pages
/Kids [3 0 R]
/Parent 10 0 R>>
endobj
10 0 obj
<</Type /Pages
/Kids [8 0 R 9 0 R]>>
endobj
${dests}12 0 obj
<</Type /Catalog
/Pages 10 0 R
/Dests 11 0 R>>
endobj
`,
      'latin1',
    );

  test('pages count in the order of the tree, not of the file', () => {
    const dests = '11 0 obj\n<</teil-a [6 0 R /XYZ 0 1 0]\n/angebot-b [3 0 R /XYZ 0 1 0]>>\nendobj\n';
    const { pages, places } = readDestinations(file(dests));
    expect(pages).toBe(3);
    expect(Object.fromEntries(places)).toEqual({ 'teil-a': 2, 'angebot-b': 3 });
  });

  test('a file that names nothing is no reason to print wrong numbers', () => {
    expect(() => readDestinations(file(''))).toThrow(/names no places/);
  });
});
