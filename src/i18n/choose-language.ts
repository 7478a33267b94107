/** The language for output on a terminal: as asked for, otherwise German where the environment is German, otherwise English. */
export function chooseLanguage(asked: string | undefined, env: NodeJS.ProcessEnv): 'de' | 'en' {
  if (asked === 'de' || asked === 'en') return asked;
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en';
}
