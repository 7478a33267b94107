import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recordReads } from '../../../src/model/reads.ts';
import { writeEditedTown } from '../../support/edited-town.ts';
import { buildCold, differences } from '../../support/warm-site.ts';

test('a site that is built in little room has the same bytes', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'room-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await writeEditedTown(folder);
  recordReads(false);
  onTestFinished(() => recordReads(true));
  const usual = await buildCold(folder, '2026-03-01');
  const small = await buildCold(folder, '2026-03-01', { inLittleRoom: true });
  expect(usual!.size).toBeGreaterThan(100);
  expect(differences(small!, usual!)).toEqual([]);
});
