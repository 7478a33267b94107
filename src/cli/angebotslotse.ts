/** `npx angebotslotse <command>`: all commands under one name. */
import { mostSimilar } from '../content/similar.ts';
import type { Terminal } from './check.ts';
import { chooseLanguage } from '../i18n/choose-language.ts';
import { runCommand, type Run } from './command.ts';

/** Each command with what it is for; loaded only when it is called. */
const commands: Readonly<
  Record<string, { readonly de: string; readonly en: string; readonly load: () => Promise<Run> }>
> = {
  new: {
    de: 'ein Angebot anlegen, Schritt für Schritt',
    en: 'make an offer, step by step',
    load: async () => (await import('./new.ts')).newOffer,
  },
  check: { de: 'alle Inhalte prüfen', en: 'check all content', load: async () => (await import('./check.ts')).check },
  format: {
    de: 'die Felder der Datenblätter ordnen',
    en: 'put the fields of the data sheets in order',
    load: async () => (await import('./format.ts')).format,
  },
  import: {
    de: 'Angebote aus Excel, CSV oder Open Referral einlesen',
    en: 'read offers from Excel, CSV or Open Referral',
    load: async () => (await import('./import.ts')).importOffers,
  },
  export: {
    de: 'leeres Datenblatt oder alle Angebote als Tabelle',
    en: 'the empty data sheet or all offers as a table',
    load: async () => (await import('./export.ts')).exportSheet,
  },
  review: {
    de: 'was geprüft werden muss, mit Mail-Entwürfen',
    en: 'what must be reviewed, with mail drafts',
    load: async () => (await import('./review.ts')).review,
  },
  report: {
    de: 'wie aktuell und vollständig die Angebote sind',
    en: 'how up to date and complete the offers are',
    load: async () => (await import('./report.ts')).report,
  },
  snapshot: {
    de: 'den Stand der Inhalte festhalten',
    en: 'write down the state of the content',
    load: async () => (await import('./snapshot.ts')).snapshot,
  },
  pdf: {
    de: 'Hefte von Orten und Themen als PDF drucken',
    en: 'print booklets of towns and topics as PDF',
    load: async () => (await import('./pdf.ts')).pdf,
  },
  federate: {
    de: 'die Kataloge anderer Kommunen holen',
    en: 'fetch the catalogues of other towns',
    load: async () => (await import('./federate.ts')).federate,
  },
  init: {
    de: 'die Beispiele durch einen eigenen Anfang ersetzen',
    en: 'put a beginning of your own in place of the examples',
    load: async () => (await import('./init.ts')).init,
  },
  doctor: {
    de: 'was vor dem Start noch fehlt',
    en: 'what is missing before going live',
    load: async () => (await import('./doctor.ts')).doctor,
  },
  upgrade: {
    de: 'eine neue Version des Projekts übernehmen',
    en: 'take a new version of the project',
    load: async () => (await import('./upgrade.ts')).upgrade,
  },
  migrate: {
    de: 'die Inhalte in die Form bringen, die das Programm erwartet',
    en: 'bring the content into the form that the program expects',
    load: async () => (await import('./migrate.ts')).migrate,
  },
  translate: {
    de: 'Stand der Übersetzungen',
    en: 'state of the translations',
    load: async () => {
      const { translate } = await import('./translate.ts');
      return (args, terminal) => translate(args, terminal.env, (text) => terminal.out(text));
    },
  },
};

const texts = {
  de: {
    head: 'angebotslotse <Befehl>, oder: npm run <Befehl> -- …',
    foot: 'Hilfe zu einem Befehl: angebotslotse <Befehl> --help',
    unknown: (name: string, suggestion: string) =>
      `Den Befehl „${name}“ gibt es nicht.${suggestion ? ` Meinten Sie „${suggestion}“?` : ''}`,
  },
  en: {
    head: 'angebotslotse <command>, or: npm run <command> -- …',
    foot: 'Help on a command: angebotslotse <command> --help',
    unknown: (name: string, suggestion: string) =>
      `There is no command “${name}”.${suggestion ? ` Did you mean “${suggestion}”?` : ''}`,
  },
};

/** Runs the command that the first word names; returns its exit code. */
export async function angebotslotse(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  const lang = chooseLanguage(undefined, terminal.env);
  const say = texts[lang];
  const list = Object.entries(commands).map(([command, { [lang]: purpose }]) => `  ${command.padEnd(10)} ${purpose}`);
  const help = `${say.head}\n\n${list.join('\n')}\n\n${say.foot}\n`;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    if (name === undefined) terminal.err(help);
    else terminal.out(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    terminal.err(`${say.unknown(name, mostSimilar(name, Object.keys(commands)))}\n\n${help}`);
    return 2;
  }
  return runCommand(await command.load(), rest, terminal);
}
