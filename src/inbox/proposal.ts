import { filesOf } from './apply-hand-in.ts';
import type { Author, Proposal } from './forge/forge.ts';
import { sha256, type HandInKind } from './hand-in.ts';
import type { SpoolEntry } from './spool.ts';

const titles: Readonly<Record<HandInKind, readonly [de: string, en: string]>> = {
  offer: ['Neues Angebot', 'New offer'],
  correction: ['Angebot ändern', 'Change offer'],
  gone: ['Angebot beenden', 'End offer'],
  'still-correct': ['Angebot bestätigen', 'Confirm offer'],
  need: ['Neuer Bedarf', 'New need'],
};

const explanations: Readonly<Record<HandInKind, readonly [de: string, en: string]>> = {
  offer: ['Über das Formular kam ein neues Angebot.', 'A new offer came in through the form.'],
  correction: ['Über das Formular kam eine Änderung.', 'A change came in through the form.'],
  gone: [
    'Jemand meldet, dass es dieses Angebot nicht mehr gibt. Bitte fragen Sie beim Träger nach.',
    'Somebody says that this offer no longer exists. Please ask the organisation.',
  ],
  'still-correct': [
    'Jemand meldet, dass alles noch stimmt. Das Prüfdatum ist gesetzt.',
    'Somebody says that everything is still right. The date of the review is set.',
  ],
  need: ['Jemand meldet, was fehlt.', 'Somebody says what is missing.'],
};

/** Room for what Forgejo allows in the name of a branch (100). */
const branchIdLength = 60;

/** Part of every name that this hand-in gets anywhere; the same for each attempt. */
export const receiptOf = (key: string): string => key.slice(0, 12);

export const branchOf = ({ id, date, key }: SpoolEntry): string =>
  `hand-in/${id.slice(0, branchIdLength).replace(/-$/, '')}-${date}-${key.slice(0, 8)}`;

export interface ProposalOptions {
  readonly entry: SpoolEntry;
  readonly contentPath: string;
  readonly author: Author;
  /** Name of the branch; the same for each attempt, also where a new entry had to get another id. */
  readonly branch: string;
}

/**
 * What goes to the forge. Only the file itself holds what somebody wrote: title, description and commit message name
 * nothing but the kind, the id and the codes of warnings, since they stay for ever where a file can still be corrected.
 */
export function makeProposal({ entry, contentPath, author, branch }: ProposalOptions): Proposal {
  const { handIn, id, date, key, warnings, base } = entry;
  const [german, english] = titles[handIn.kind];
  const [germanText, englishText] = explanations[handIn.kind];
  const mark = `Hand-in: ${key}`;
  const codes = warnings.map((code) => `\`${code}\``).join(', ');
  const [first, ...others] = filesOf(handIn, id, date).map((file) => ({
    ...file,
    path: `${contentPath}/${file.path}`,
  }));
  const main = first!;
  return {
    branch,
    files: [main, ...others],
    title: `${german}: ${id}`,
    describe(current) {
      const before = current.get(main.path);
      // The form was opened on an older state, or the forge has a newer one than the inbox has checked against.
      const stale = entry.stale || (base !== undefined && before !== undefined && sha256(before) !== base);
      const notes = (organisation: string, warn: string, old: string): string[] => [
        ...(others.length === 0 ? [] : ['', organisation]),
        ...(codes === '' ? [] : ['', `${warn} ${codes}`]),
        ...(stale ? ['', old] : []),
      ];
      return [
        germanText,
        ...notes(
          'Der Träger ist neu und kommt mit. Gibt es ihn schon unter einem anderen Namen?',
          'Die Prüfung warnt:',
          '**Achtung:** Das Angebot wurde geändert, nachdem das Formular geöffnet war. Bitte vergleichen Sie genau, damit kein neuerer Text verloren geht.',
        ),
        '',
        '---',
        '',
        englishText,
        ...notes(
          'The organisation is new and comes along. Is it there already under another name?',
          'The check warns:',
          '**Attention:** the offer was changed after the form was opened. Please compare with care, so that no newer text gets lost.',
        ),
        '',
        `\`${receiptOf(key)}\``,
      ].join('\n');
    },
    commitMessage: `${english}: ${id}\n\n${mark}\n`,
    mark,
    author,
  };
}
