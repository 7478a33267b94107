import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Eleventy loads this file as plain JavaScript; everything else is TypeScript, or what `src/cli/compiled.js` has made of it.
const compiled = globalThis[Symbol.for('angebotslotse.compiled')];
const load = (name) =>
  import(
    compiled ? pathToFileURL(join(compiled, `${name}.mjs`)).href : new URL(`src/${name}.ts`, import.meta.url).href
  );
if (!compiled) (await import('tsx/esm/api')).register();
const { default: angebotslotse } = await load('engine');
const { readSettings } = await load('settings');

export default async function configure(eleventyConfig) {
  const settings = readSettings(process.env);
  await eleventyConfig.addPlugin(angebotslotse, settings);
  return {
    // A folder of our own code: content is data and must never be found by Eleventy as a template.
    dir: { input: 'src/pages', output: settings.outputDir, includes: '_includes', data: '_data' },
    pathPrefix: settings.basePath,
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    dataTemplateEngine: false,
    templateFormats: ['lotse'],
  };
}
