import { isRealDate } from '../model/calendar.ts';
import { readPart } from '../model/part.ts';
import type { CommandLanguage } from './command.ts';

const isSwitch = (text: string): boolean => text === '0' || text === '1';

/** What a setting in the environment may say; those that are not here may say anything. */
const rules: Readonly<Record<string, { readonly fits: (text: string) => boolean } & Record<CommandLanguage, string>>> =
  {
    BUILD_DATE: {
      fits: isRealDate,
      de: 'ein Tag, den es gibt, wie 2026-11-22',
      en: 'a day that exists, like 2026-11-22',
    },
    BUILD_PART: {
      fits: (text) => readPart(text) !== undefined,
      de: 'ein Teil wie 3/8: der dritte von acht',
      en: 'a part like 3/8: the third of eight',
    },
    BUILD_THREADS: {
      fits: (text) => /^[1-9]\d?$/.test(text),
      de: 'eine Zahl von 1 bis 99',
      en: 'a number from 1 to 99',
    },
    SITE_URL: {
      fits: (text) => /^https?:\/\/[^\s?#]+$/.test(text) && URL.canParse(text),
      de: 'eine ganze Adresse wie https://www.example.org',
      en: 'a whole address like https://www.example.org',
    },
    GALLERY: { fits: isSwitch, de: '0 oder 1', en: '0 or 1' },
    LOCAL_ADMIN: { fits: isSwitch, de: '0 oder 1', en: '0 or 1' },
    PREVIEW_IMAGES: { fits: isSwitch, de: '0 oder 1', en: '0 or 1' },
  };

const texts = {
  de: (name: string, value: string, wanted: string) => `${name} ist „${value}“. Gemeint ist ${wanted}.`,
  en: (name: string, value: string, wanted: string) => `${name} is “${value}”. It should be ${wanted}.`,
};

/** What is wrong with the settings in the environment, a line each; undefined where nothing is. An empty one counts as none. */
export function wrongSettings(env: NodeJS.ProcessEnv, lang: CommandLanguage): string | undefined {
  const lines = Object.entries(rules).flatMap(([name, { fits, ...wanted }]) => {
    const value = env[name];
    return value && !fits(value) ? [texts[lang](name, value, wanted[lang])] : [];
  });
  return lines.length > 0 ? lines.join('\n') : undefined;
}
