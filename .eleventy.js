import { register } from 'tsx/esm/api';

// Eleventy loads this file as plain JavaScript; everything else is TypeScript.
register();
const { default: angebotslotse } = await import('./src/engine.ts');
const { readSettings } = await import('./src/settings.ts');

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
