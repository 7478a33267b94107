import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it, vi } from 'vitest';
import { angebotslotse } from '../../../src/cli/angebotslotse.ts';
import { exportSheet } from '../../../src/cli/export.ts';
import { format } from '../../../src/cli/format.ts';
import { importOffers } from '../../../src/cli/import.ts';
import { newOffer } from '../../../src/cli/new.ts';
import { report } from '../../../src/cli/report.ts';
import { review } from '../../../src/cli/review.ts';
import { contentFolder } from '../../support/content-folder.ts';
import { runCommand, wrongCalls } from './run-command.ts';

// Whole commands on whole folders, beside whatever else the machine does.
vi.setConfig({ testTimeout: 30_000 });

const commands = { new: newOffer, format, import: importOffers, export: exportSheet, review, report };

describe.each(Object.entries(commands))('%s', (name, command) => {
  it.each(wrongCalls)('refuses %s %s with 2 and says how to get help', async (...args) => {
    const { code, err, out } = await runCommand(command, contentFolder(), args);
    expect(code).toBe(2);
    expect(err).toContain(`npm run ${name} -- --help`);
    expect(out).toBe('');
  });

  it('refuses a folder that is not there', async () => {
    const { code, err } = await runCommand(command, '/no/such/folder', []);
    expect(code).toBe(2);
    expect(err).toContain('/no/such/folder');
  });

  it('explains itself in German and English', async () => {
    const english = await runCommand(command, contentFolder(), ['--help']);
    const german = await runCommand(command, contentFolder(), ['--help'], { LANG: 'de_DE.UTF-8' });
    expect(english.code).toBe(0);
    expect(english.out).toContain('Result: 0');
    expect(german.out).toContain('Ergebnis: 0');
  });
});

describe('angebotslotse', () => {
  it('hands the words on to the command', async () => {
    const { code, out } = await runCommand(angebotslotse, contentFolder(), ['format', '--check']);
    expect(code).toBe(0);
    expect(out).toContain('are in order');
  });

  it('lists the commands, and says what was meant', async () => {
    const { code, err } = await runCommand(angebotslotse, contentFolder(), ['revew']);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean “review”?');
    expect((await runCommand(angebotslotse, contentFolder(), [])).code).toBe(2);
    const help = await runCommand(angebotslotse, contentFolder(), ['--help']);
    expect(help.code).toBe(0);
    for (const name of Object.keys(commands)) expect(help.out).toContain(name);
  });

  it('is not fooled by names that every object has', async () => {
    expect((await runCommand(angebotslotse, contentFolder(), ['constructor'])).code).toBe(2);
  });

  it('starts from a plain Node through its launcher', () => {
    const env = { ...process.env, CONTENT_DIR: contentFolder(), LANG: 'en_GB', BUILD_DATE: '2026-03-01' };
    const out = execFileSync(process.execPath, ['src/cli/launch.js', 'format', '--check'], { env, encoding: 'utf8' });
    expect(out).toContain('are in order');
    expect(spawnSync(process.execPath, ['src/cli/launch.js', 'nothing'], { env }).status).toBe(2);
  });
});
