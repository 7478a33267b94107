import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listMedia } from '../../../src/content/list-media.ts';
import { contentFolder } from '../../support/content-folder.ts';

it('publishes pictures and documents with plain names, and nothing else', async () => {
  const contentDir = contentFolder(undefined, {
    'media/fest.jpg': 'x',
    'media/Protokoll 2.pdf': 'x',
    'media/logo.svg': 'x',
    'media/seite.html': 'x',
    'media/rechnung..pdf': 'x',
    'media/liste.xlsx': 'x',
  });
  symlinkSync('/etc/hostname', join(contentDir, 'media/fremd.pdf'));
  expect([...(await listMedia(contentDir)).keys()]).toEqual(['fest.jpg', 'liste.xlsx', 'protokoll.pdf']);
});
