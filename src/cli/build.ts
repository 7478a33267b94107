/**
 * `npm run build`: content → site, whole or not at all. Eleventy writes into a folder beside the output,
 * which then takes its place; whatever goes wrong before, the last good site stays as it was.
 */
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { Eleventy } from '@11ty/eleventy';
import { readSettings } from '../settings.ts';

const started = performance.now();
const target = resolve(readSettings(process.env).outputDir);

await mkdir(dirname(target), { recursive: true });
await removeLeftovers();
const staging = await mkdtemp(`${target}.new-`);
process.env.OUTPUT_DIR = staging;

const eleventy = new Eleventy(undefined, staging, { configPath: '.eleventy.js', quietMode: true });
eleventy.disableLogger();
try {
  await eleventy.write();
  await replace(target, staging);
  const pages = (await readdir(target, { recursive: true })).filter((path) => path.endsWith('.html')).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${pages} pages in ${seconds} s → ${target}`);
} catch (error) {
  await rm(staging, { recursive: true, force: true });
  if (!isCheckFailure(error)) console.error(error);
  process.exitCode = 1;
}

/** Two renames: between them the site is missing for less than a millisecond, and it is never half old, half new. */
async function replace(current: string, next: string): Promise<void> {
  const old = `${current}.old-${process.pid}`;
  const had = await rename(current, old).then(
    () => true,
    () => false,
  );
  try {
    await rename(next, current);
  } catch (error) {
    if (had) await rename(old, current);
    throw error;
  }
  await rm(old, { recursive: true, force: true });
}

/** What a build that was killed has left behind: a half-made new site, or the old one between the two renames. */
async function removeLeftovers(): Promise<void> {
  const name = basename(target);
  const siblings = await readdir(dirname(target)).catch((): string[] => []);
  const standing = siblings.includes(name);
  for (const sibling of siblings) {
    const path = resolve(dirname(target), sibling);
    if (sibling.startsWith(`${name}.old-`) && !standing) await rename(path, target);
    else if (sibling.startsWith(`${name}.old-`) || sibling.startsWith(`${name}.new-`))
      await rm(path, { recursive: true, force: true });
  }
}

function isCheckFailure(error: unknown): boolean {
  for (
    let cause = error;
    cause instanceof Error;
    cause = (cause as { originalError?: unknown }).originalError ?? cause.cause
  ) {
    if (cause.name === 'CheckFailed') return true;
  }
  return false;
}
