import { parseArgs } from 'node:util';
import { readPart, type Part } from '../model/part.ts';
import type { CommandLanguage } from './command.ts';

export const usage = {
  de: `Baut die Website aus den Inhalten.

  npm run build                        alles
  npm run build -- --part 3/8          nur den dritten von acht Teilen, auf einer von mehreren Maschinen
  npm run build -- --cold              alles neu, ohne unveränderte Dateien der letzten Website zu übernehmen
  npm run build -- --join a b c …      die Teile aus diesen Ordnern zu einer Website zusammensetzen

Ein Teil kommt nach _parts/3-of-8 oder in den Ordner in OUTPUT_DIR. Zusammengesetzt wird nur, was vollständig ist und vom
selben Stand kommt: gleiche Inhalte, gleiches Programm, gleicher Tag (BUILD_DATE), gleiche Adresse.

Ergebnis: 0 gebaut, 1 nicht gebaut (was vorher da war, ist unverändert), 2 falscher Aufruf
`,
  en: `Builds the site from the content.

  npm run build                        all of it
  npm run build -- --part 3/8          only the third of eight parts, on one of several machines
  npm run build -- --cold              all of it anew, without taking unchanged files of the last site
  npm run build -- --join a b c …      puts the parts in these folders together to one site

A part goes to _parts/3-of-8 or into the folder in OUTPUT_DIR. Only what is complete and comes from one state is joined:
the same content, the same program, the same day (BUILD_DATE), the same address.

Result: 0 built, 1 not built (what was there before is unchanged), 2 wrong use
`,
};

const texts = {
  de: {
    unknown: (reason: string) => `Diesen Aufruf verstehe ich nicht: ${reason}`,
    part: (text: string) => `„${text}“ ist kein Teil. Gemeint ist etwas wie 3/8: der dritte von acht.`,
    folders: 'Zu --join gehören die Ordner mit den Teilen.',
    hint: 'Hilfe: npm run build -- --help',
  },
  en: {
    unknown: (reason: string) => `I do not understand this call: ${reason}`,
    part: (text: string) => `“${text}” is no part. It should be like 3/8: the third of eight.`,
    folders: '--join needs the folders with the parts.',
    hint: 'Help: npm run build -- --help',
  },
};

/** What somebody wants of a build: all of it, a part, or parts put together. */
export interface BuildWish {
  readonly part?: Part;
  /** Nothing is taken from the last build. */
  readonly cold?: boolean;
  /** Folders with parts. */
  readonly join?: readonly string[];
}

/** The parts are not one whole site; the message says why. */
export class NotJoined extends Error {
  override readonly name = 'NotJoined';
}

/** Reads the command line; a text is the help, or what is wrong with the call. */
export function readWish(args: readonly string[], lang: CommandLanguage): BuildWish | string {
  const say = texts[lang];
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        part: { type: 'string' },
        join: { type: 'boolean' },
        cold: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return usage[lang];
    if (values.join) return positionals.length > 0 ? { join: positionals } : `${say.folders}\n${say.hint}`;
    if (positionals[0] !== undefined) return `${say.unknown(positionals[0])}\n${say.hint}`;
    if (values.part === undefined) return values.cold ? { cold: true } : {};
    const part = readPart(values.part);
    return part ? { part } : `${say.part(values.part)}\n${say.hint}`;
  } catch (error) {
    return `${say.unknown((error as Error).message)}\n${say.hint}`;
  }
}
