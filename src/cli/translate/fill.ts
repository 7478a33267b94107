import { checkContent } from '../../check/check-content.ts';
import { createDeepl } from '../../translation/machine/deepl.ts';
import { fillGaps, findGaps } from '../../translation/machine/fill-gaps.ts';
import { glossaryFor } from '../../translation/machine/glossary.ts';
import { createLibreTranslate } from '../../translation/machine/libretranslate.ts';
import type { MachineTranslator } from '../../translation/machine/machine-translator.ts';
import type { Connection } from '../../translation/machine/send.ts';
import type { Command, CommandContext } from './command.ts';
import { readIn, writeIn } from './folder-files.ts';
import { printRejections } from './print-rejections.ts';

const providers = ['deepl', 'libretranslate'] as const;
type Provider = (typeof providers)[number];

const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(host);

/** Keys and texts travel encrypted, or not beyond this computer. */
function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** The service as the environment describes it, or what is wrong with that. */
function serviceFor(
  provider: Provider,
  target: string,
  { content, env, say, wait }: CommandContext,
  vocabularies: Parameters<typeof glossaryFor>[0],
): MachineTranslator | string {
  const source = content.sourceLanguage;
  const seconds = Number(env['TRANSLATE_TIMEOUT'] || '30');
  const connection: Connection = {
    timeout: (Number.isFinite(seconds) && seconds > 0 ? seconds : 30) * 1000,
    retries: 5,
    wait,
  };
  const name = provider === 'deepl' ? 'DEEPL_API_URL' : 'LIBRETRANSLATE_URL';
  const key = env[provider === 'deepl' ? 'DEEPL_API_KEY' : 'LIBRETRANSLATE_API_KEY'] || undefined;
  if (provider === 'deepl' && key === undefined) return say.keyMissing('DEEPL_API_KEY');
  // Keys of the free plan end in `:fx` and have an address of their own.
  const usual = key?.endsWith(':fx') ? 'https://api-free.deepl.com' : 'https://api.deepl.com';
  const address = env[name] || (provider === 'deepl' ? usual : '');
  if (address === '') return say.keyMissing(name);
  if (!isSafeAddress(address)) return say.unsafeAddress(name);
  const url = address.replace(/\/+$/, '');
  const shared = { url, source, target, connection };
  return provider === 'deepl'
    ? createDeepl({ ...shared, key: key!, glossary: glossaryFor(vocabularies, source, target) })
    : createLibreTranslate({ ...shared, ...(key === undefined ? {} : { key }) });
}

/** Has gaps filled by a translation service. */
export const fill: Command = async (context) => {
  const { content, contentDir, options, files, today, say, write } = context;
  const { lang, provider = '', limit } = options;
  const isProvider = (providers as readonly string[]).includes(provider);
  if (files.length > 0 || lang === undefined || !isProvider || (limit !== undefined && !/^[1-9]\d*$/.test(limit))) {
    write(`${say.wrongUse}\n`);
    return 2;
  }
  const { problems, vocabularies } = checkContent(content, { today });
  const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const service = options['dry-run'] ? undefined : serviceFor(provider as Provider, lang, context, vocabularies);
  if (typeof service === 'string') {
    write(`${service}\n`);
    return 2;
  }
  const gaps = findGaps(content, {
    language: lang,
    broken,
    outdated: options.outdated === true,
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (broken.size > 0) write(`${say.broken(broken.size)}\n`);
  if (gaps.length === 0) {
    write(`${say.nothingToFill}\n`);
    return 0;
  }
  if (!service) {
    const units = gaps.flatMap((gap) => gap.units);
    const characters = units.reduce((sum, { source }) => sum + source.length, 0);
    write(`${say.wouldSend(gaps.length, units.length, characters, provider)}\n`);
    for (const { entry } of gaps) write(`  ${entry.source.file}\n`);
    return 0;
  }
  const report = await fillGaps(content, lang, gaps, {
    translator: service,
    read: readIn(contentDir),
    write: writeIn(contentDir),
  });
  for (const file of report.written) write(`${say.written(file)}\n`);
  write(printRejections(report.rejected, say));
  if (report.problem) write(`${say.problems[report.problem.kind]} (${report.problem.detail})\n`);
  write(`${say.filled(report.written.length, report.characters, report.rejected.length)}\n`);
  return report.problem || report.rejected.length > 0 ? 1 : 0;
};
