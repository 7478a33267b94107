import { applyHandIn, fileOf } from './apply-hand-in.ts';
import type { Author, Proposal } from './forge/forge.ts';
import type { HandInKind } from './hand-in.ts';
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

/**
 * What goes to the forge. Only the file itself holds what somebody wrote: title, description and commit message name
 * nothing but the kind, the id and the codes of warnings, since they stay for ever where a file can still be corrected.
 */
export function makeProposal(entry: SpoolEntry, contentPath: string, author: Author, otherId?: string): Proposal {
  const { handIn, date, key, warnings, stale } = entry;
  const id = otherId ?? entry.id;
  const [german, english] = titles[handIn.kind];
  const [germanText, englishText] = explanations[handIn.kind];
  const mark = `Hand-in: ${key}`;
  const codes = warnings.map((code) => `\`${code}\``).join(', ');
  const notes = (warn: string, old: string): string[] => [
    ...(codes === '' ? [] : ['', `${warn} ${codes}`]),
    ...(stale ? ['', old] : []),
  ];
  return {
    branch: branchOf(entry),
    path: `${contentPath}/${fileOf(handIn, id)}`,
    title: `${german}: ${id}`,
    description: [
      germanText,
      ...notes(
        'Die Prüfung warnt:',
        'Das Angebot wurde geändert, nachdem das Formular geöffnet war. Bitte vergleichen Sie genau.',
      ),
      '',
      '---',
      '',
      englishText,
      ...notes('The check warns:', 'The offer was changed after the form was opened. Please compare with care.'),
      '',
      `\`${receiptOf(key)}\``,
    ].join('\n'),
    commitMessage: `${english}: ${id}\n\n${mark}\n`,
    mark,
    author,
    apply: (current) => applyHandIn(handIn, current, date),
  };
}
