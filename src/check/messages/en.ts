import type { FieldHelp, Frame, Messages } from './messages.ts';

const types: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  null: 'nothing',
};

const typeWords = (names: string): string =>
  names
    .split(', ')
    .map((name) => types[name] ?? name)
    .join(' or ');

const meant = (suggestion: string): string => (suggestion === '' ? '' : `Did you mean \`${suggestion}\`? `);

const example = (field: FieldHelp | undefined): string => (field ? `${field.help} For example:\n${field.example}` : '');

const isText = (expected: string, actual: string): boolean =>
  expected === 'string' && (actual === 'number' || actual === 'boolean');

/** What the values of `pattern` in the schemas mean. */
const patterns: Readonly<Record<string, string>> = {
  '^(?=.*\\{z\\})(?=.*\\{x\\})(?=.*\\{y\\})(https://[a-z0-9-]+(\\.[a-z0-9-]+)*(:[0-9]{1,5})?)?/[A-Za-z0-9._~/{}?=&:@%-]*$':
    'The address contains {z}, {x} and {y} and begins with https:// or /: `https://karten.example.org/{z}/{x}/{y}.png`.',
  '^[a-z0-9]+(-[a-z0-9]+)*$': 'Use small letters a to z, digits and single hyphens: `sprachcafe-brinkenau`.',
  '^[0-9]{5}$': "Write five digits in quotation marks: `'00123'`.",
  '^([0-9]{5}|[0-9]{8})$':
    "Write the official key in quotation marks: eight digits for a town, `'05999012'`, five for a district, `'05999'`.",
  '^[0-9a-f]{12}$': 'Run `npm run translate -- stamp` with this file; it fills in the right value.',
  '^[A-Z]{2}$': 'Write two capital letters: `DE`, `NW`.',
  '^/([A-Za-z0-9._~-]+/)*$': 'Begin and end with a slash: `/angebote/`.',
  '^[a-z0-9][a-z0-9._-]*\\.(mp4|webm)$': 'Name a file in the folder `media` that ends in mp4 or webm: `dgs.mp4`.',
  '^[a-z0-9][a-z0-9._-]*\\.vtt$': 'Name a file in the folder `media` that ends in vtt: `dgs.vtt`.',
  '^(\\+[0-9]|[0-9])[0-9 ]{1,24}$': 'Write the number as one dials it: `116 117` or `+49 221 4710112`.',
  '^[a-z0-9][a-z0-9._-]*\\.(jpg|jpeg|png|webp|avif)$':
    'Name a file in the folder `media`, in small letters and without spaces: `sprachcafe.jpg`.',
  '^[a-z0-9][a-z0-9._-]*\\.(pdf|odt|ods|odp|docx|xlsx|pptx|csv|ics|jpg|jpeg|png|webp|avif)$':
    'Name a file in the folder `media`, in small letters and without spaces: `protokoll-2026-11-18.pdf`.',
};

const collections: Readonly<Record<string, string>> = {
  organisations: 'organisation',
  places: 'place',
  offers: 'offer',
  pages: 'page',
  networks: 'network',
  events: 'event',
  editions: 'edition of the concept',
  goals: 'goal',
  measures: 'measure',
  indicators: 'indicator',
  guidelines: 'guideline',
  needs: 'need',
  funding: 'funding programme',
  guides: 'guide',
  vocabularies: 'vocabulary',
};

const folderOf = (collection: string): string =>
  /^(?:editions|goals|measures|indicators|guidelines|needs)$/.test(collection) ? `concept/${collection}` : collection;

export const frame: Frame = {
  error: 'error',
  warning: 'warning',
  fix: 'To put it right',
  here: 'here',
  summary: ({ files, errors, warnings }) =>
    errors + warnings === 0
      ? 'Everything is in order.'
      : `${errors} ${errors === 1 ? 'error' : 'errors'} and ${warnings} ${warnings === 1 ? 'warning' : 'warnings'} in ${files} ${files === 1 ? 'file' : 'files'}.`,
};

export const messages: Messages = {
  'site-missing': {
    message: () => 'The content folder has no `site.yml`.',
    fix: () =>
      'Create it, or set CONTENT_DIR to the right folder. It needs at least `title`, `languages`, `region` and `publisher`.',
  },
  'unreadable-file': {
    message: ({ reason }) =>
      reason === 'special' ? 'This is not an ordinary file.' : `The file cannot be read (${reason}).`,
    fix: () => 'Replace it by an ordinary text file that you may read, or delete it.',
  },
  'file-too-large': {
    message: ({ size, limit }) => `The file has ${size} bytes; at most ${limit} are allowed.`,
    fix: () =>
      'A data sheet is a few thousand bytes long. Take out what does not belong there, such as pasted pictures.',
  },
  'not-utf8': {
    message: () => 'The file is not stored as UTF-8, so that letters like ä or ş are lost.',
    fix: () => 'Open it in your editor and save it again with the encoding “UTF-8”.',
  },
  'nul-byte': {
    message: () => 'The file contains an invisible zero character. Text files never do.',
    fix: () => 'Delete the character at this place, or copy the text into a new file.',
  },
  'symlink-outside': {
    message: () => 'This is a link to something outside of the content folder. It is not followed.',
    fix: () => 'Put the file itself here.',
  },
  'bad-file-name': {
    message: ({ name }) => `“${name}” cannot be a file name here: it becomes part of the web address.`,
    fix: ({ suggestion }) => `Use small letters a to z, digits and hyphens. Rename it to \`${suggestion}\`.`,
  },
  'unexpected-file': {
    message: ({ name }) => `“${name}” is not used: nothing of that name is expected here.`,
    fix: ({ suggestion }) =>
      suggestion === ''
        ? 'Move it to where it belongs, or delete it.'
        : `Did you mean \`${suggestion}\`? Then rename it.`,
  },
  'unknown-language-file': {
    message: ({ language }) => `There is no interface language “${language}”.`,
    fix: ({ suggestion }) =>
      `${meant(suggestion)}A translation is named like its source with the language before the ending: \`sprachcafe.ar.md\`.`,
  },
  'duplicate-id': {
    message: ({ other }) => `This file and \`${other}\` have the same name but for capital letters or the ending.`,
    fix: () => 'Keep one of them and delete or rename the other.',
  },

  'front-matter-missing': {
    message: () => 'The file does not begin with a line of three hyphens, so its fields cannot be found.',
    fix: () => 'Write `---` as the very first line, then the fields, then `---` again, then the text.',
  },
  'front-matter-unclosed': {
    message: () => 'The fields at the top are not closed by a line of three hyphens.',
    fix: () => 'Write a line with nothing but `---` between the last field and the text.',
  },
  'front-matter-language': {
    message: ({ language }) =>
      `Fields written as “${language}” are refused: only YAML is read, nothing is ever executed.`,
    fix: () => 'Write `---` alone in the first line, and the fields as `name: value`.',
  },
  'front-matter-shape': {
    message: ({ actual }) =>
      `The file should hold fields of the form \`name: value\`, but holds ${types[actual] ?? actual}.`,
    fix: () => 'Write one field a line, for example `title: Sprachcafé Brinkenau`.',
  },
  'yaml-syntax': {
    message: ({ reason }) =>
      ({
        'colon-in-text': 'This line has a second colon, which makes it unclear where the value begins.',
        'colon-without-space': 'This line is no field: a colon followed by a space is missing.',
        'quote-missing': 'A quotation mark is opened here but never closed.',
        'bracket-missing': 'A bracket is opened but not closed.',
        'bad-start': 'A value must not begin with this character.',
        'bad-indent': 'This line is not indented as the lines around it.',
        'bad-escape': 'A backslash has a special meaning between double quotation marks.',
        'text-after-quote': 'There is more text after the closing quotation mark.',
        other: 'The fields cannot be read from here on.',
      })[reason],
    fix: ({ reason }) =>
      ({
        'colon-in-text': "Put the value in quotation marks: `title: 'German: a course'`.",
        'colon-without-space': 'Write a colon and a space after the name: `title: Sprachcafé`.',
        'quote-missing':
          'Close it with the same mark. A mark that belongs to the text needs the other kind around it: `"Women\'s café"`.',
        'bracket-missing': 'Close it: `days: [monday, tuesday]`.',
        'bad-start': "Put the value in quotation marks: `note: '@ the library'`.",
        'bad-indent': 'Fields of the same group begin in the same column; use two spaces for each level.',
        'bad-escape': "Use single quotation marks: `'C:\\files'`.",
        'text-after-quote': 'Put the whole value in quotation marks: `note: \'"Café" on Mondays\'`.',
        other:
          'Compare the line with the same field in another file. Text with special characters belongs in quotation marks.',
      })[reason],
  },
  'yaml-tab': {
    message: () => 'The line is indented with a tab character.',
    fix: () => 'Indent with spaces, two for each level.',
  },
  'yaml-alias': {
    message: () => 'References inside YAML (`&name`, `*name`) are refused: they can make a small file endlessly large.',
    fix: () =>
      "Write the value out again. Text that begins with * or & belongs in quotation marks: `note: '* only for women'`.",
  },
  'null-character': {
    message: () => 'Here stands a character that no text holds (the null character).',
    fix: () => 'Delete it. If a backslash was meant, write it twice: `"C:\\\\0"`.',
  },
  'yaml-tag': {
    message: ({ tag }) => `The type “${tag}” is refused: fields hold only text, numbers, lists and groups.`,
    fix: () => "Take it out. Text that begins with ! belongs in quotation marks: `note: '! new room'`.",
  },
  'yaml-too-deep': {
    message: ({ limit }) => `Lists and groups are nested more than ${limit} levels deep.`,
    fix: () => 'No field needs that. Take out the brackets or the indentation at this place.',
  },
  'duplicate-key': {
    message: ({ key }) => `The field \`${key}\` stands here twice.`,
    fix: () => 'Keep one of them and delete the other.',
  },

  'missing-field': {
    message: ({ field }) => `The field \`${field}\` is missing.`,
    fix: (_, field) => (field ? `Add it. ${example(field)}` : 'Add it.'),
  },
  'missing-one-of': {
    message: ({ field, fields }) => `\`${field}\` needs at least one of these fields: ${fields}.`,
    fix: ({ fields }) => `Add one of them, for example \`${fields.split(', ')[0]}\`.`,
  },
  'unknown-field': {
    message: ({ field }) => `There is no field \`${field}\`.`,
    fix: ({ suggestion }) =>
      suggestion === ''
        ? 'Delete it, or put the text into the description below the fields.'
        : meant(suggestion).trim(),
  },
  'wrong-type': {
    message: ({ field, expected, actual }) => {
      if (actual === 'null') return `The field \`${field}\` is empty.`;
      if (isText(expected, actual))
        return `The field \`${field}\` should be text, but is read as ${typeWords(actual)}.`;
      return `The field \`${field}\` should be ${typeWords(expected)}, but is ${typeWords(actual)}.`;
    },
    fix: ({ expected, actual, value }, field) => {
      if (actual === 'null') return `Fill it in, or delete the line. ${example(field)}`.trim();
      if (isText(expected, actual))
        return "Put it in quotation marks, exactly as it should be shown: `'0123'`. Otherwise a leading 0 is lost.";
      if (expected === 'array' && actual === 'string') return `Put it in square brackets: \`[${value}]\`.`;
      return example(field) || `Write ${typeWords(expected)}.`;
    },
  },
  'wrong-value': {
    message: ({ field, value }) => `“${value}” is not possible for \`${field}\`.`,
    fix: ({ allowed, suggestion }) => `${meant(suggestion)}Possible are: ${allowed}.`,
  },
  'too-long': {
    message: ({ field, limit, length }) => `The field \`${field}\` has ${length} characters; at most ${limit} fit.`,
    fix: ({ limit, length }) =>
      `Leave out at least ${length - limit} characters. Details belong in the text below the fields.`,
  },
  'too-short': {
    message: ({ field, limit, length }) =>
      length === 0
        ? `The field \`${field}\` is empty.`
        : `The field \`${field}\` has only ${length} characters; at least ${limit} are needed.`,
    fix: (_, field) => example(field) || 'Say it more fully.',
  },
  'too-many': {
    message: ({ field, limit, count }) => `\`${field}\` has ${count} entries; at most ${limit} are possible.`,
    fix: ({ limit }) => `Keep the ${limit} most important ones.`,
  },
  'too-few': {
    message: ({ field, limit, count }) =>
      count === 0
        ? `The list \`${field}\` is empty.`
        : `\`${field}\` has only ${count} entries; at least ${limit} are needed.`,
    fix: (_, field) => example(field) || 'Add an entry, or delete the field.',
  },
  'out-of-range': {
    message: ({ field, value, bound }) => `${value} is too ${bound === 'min' ? 'small' : 'large'} for \`${field}\`.`,
    fix: ({ bound, limit }) => `Write ${bound === 'min' ? `${limit} or more` : `${limit} or less`}.`,
  },
  'repeated-value': {
    message: ({ field, value }) => `“${value}” stands in \`${field}\` more than once.`,
    fix: () => 'Delete the repetition.',
  },
  'bad-pattern': {
    message: ({ field, value }) => `“${value}” is not in the right form for \`${field}\`.`,
    fix: ({ pattern }, field) => patterns[pattern] ?? example(field),
  },
  'bad-date': {
    message: ({ field, value }) => `“${value}” in \`${field}\` is not a date that exists.`,
    fix: () => 'Write year-month-day with digits: `2026-02-28`.',
  },
  'bad-time': {
    message: ({ field, value }) => `“${value}” in \`${field}\` is not a time of day.`,
    fix: ({ suggestion }) =>
      `Write hours and minutes with two digits each, from 00:00 to 23:59: \`'${suggestion || '09:00'}'\`.`,
  },
  'bad-language': {
    message: ({ field, value }) => `“${value}” in \`${field}\` is not the short code of a language.`,
    fix: ({ suggestion }) => `${meant(suggestion)}Use the code of BCP 47, for example \`de\`, \`ar\`, \`uk\`, \`ti\`.`,
  },
  'bad-phone': {
    message: ({ field, value }) => `“${value}” in \`${field}\` is not a telephone number that can be dialled.`,
    fix: () =>
      'Write the number with country and area code: `+49 221 4710100`. Only one number in each contact; words belong in `hours`.',
  },
  'bad-email': {
    message: ({ field, value }) => `“${value}” in \`${field}\` is not an e-mail address.`,
    fix: () => 'Write one address without spaces: `sprachcafe@example.org`.',
  },
  'bad-link': {
    message: ({ field, value }) => `“${value}” in \`${field}\` is not a web address that may be linked.`,
    fix: ({ suggestion }) =>
      suggestion === ''
        ? 'Write the whole address with https://, for example `https://www.example.org`.'
        : meant(suggestion).trim(),
  },

  'time-order': {
    message: ({ field, from, to }) => `In \`${field}\`, the end (${to}) is not after the beginning (${from}).`,
    fix: () => 'Exchange the two, or correct one of them. What lasts past midnight is written as two entries.',
  },
  'period-order': {
    message: ({ field, from, until }) => `In \`${field}\`, the end (${until}) is before the beginning (${from}).`,
    fix: () => 'Exchange the two, or correct one of them.',
  },
  'age-order': {
    message: ({ min, max }) => `The oldest age (${max}) is below the youngest (${min}).`,
    fix: () => 'Exchange the two, or correct one of them.',
  },
  'german-level-order': {
    message: ({ min, target }) => `The course leads to ${target}, although ${min} is needed to take part.`,
    fix: () => '`min` is what people must already know, `target` what they reach: `{ min: A1, target: A2 }`.',
  },
  'two-weeks-needs-start': {
    message: ({ field }) => `\`${field}\` takes place every two weeks, but nobody can tell in which weeks.`,
    fix: () => 'Add the first day on which it takes place: `valid: { from: 2026-01-07 }`.',
  },
  'paid-without-amount': {
    message: () => 'The offer costs something, but it does not say how much.',
    fix: () =>
      'Add the price: `cost: { kind: paid, amount: 2.50, unit: session }`. Where it varies, explain it in `note`.',
  },
  'paused-without-status': {
    message: ({ status }) => `The field \`paused\` has no effect, because the status is \`${status}\`.`,
    fix: () => 'Write `status: paused`, or delete the field.',
  },
  'pause-over': {
    message: ({ until }) => `The pause ended on ${until}, but the offer is still marked as paused.`,
    fix: () => 'Write `status: active` and delete `paused`, or give a new end.',
  },
  'volunteering-without-type': {
    message: ({ type }) => `\`volunteering\` describes voluntary work, but the type of the offer is \`${type}\`.`,
    fix: () =>
      'Write `type: volunteering`, or make an offer of its own for the voluntary work and take `volunteering` out here.',
  },
  'same-dimension': {
    message: ({ dimension }) => `A table compares “${dimension}” with itself.`,
    fix: () => 'Give two different dimensions in `rows` and `columns`.',
  },

  'date-order': {
    message: ({ field, date, other }) => `\`${field}\`: ${date} should be after ${other}.`,
    fix: () => 'Put the entries in order of their dates, the oldest first, every date only once.',
  },
  'date-in-future': {
    message: ({ field, date }) => `\`${field}\` says ${date}, which is still to come.`,
    fix: () => 'Enter the day since which it has really been so, today at the latest.',
  },
  'event-status': {
    message: ({ status, date }) =>
      status === 'held'
        ? `The event is said to have been held, but it is only on ${date}.`
        : `The event is said to be planned, but it was on ${date}.`,
    fix: ({ status }) =>
      status === 'held'
        ? 'Write `status: planned` or correct the date.'
        : 'Write `status: held`, best with results, or `status: cancelled` if it did not take place.',
  },
  'agenda-order': {
    message: ({ time, before }) => `In the agenda, the item at ${time} stands after the one at ${before}.`,
    fix: () => 'Put the items in the order of their times.',
  },
  'step-order': {
    message: ({ when, before }) => `The step for “${when}” stands after one for “${before}”.`,
    fix: () => 'Put the steps in the order in which they are taken: first-days, first-weeks, first-months, later.',
  },
  'step-offer-gone': {
    message: ({ id, status }) =>
      status === 'draft'
        ? `The offer “${id}” is still a draft and does not stand in the guide.`
        : `The offer “${id}” is over. The guide does not show it.`,
    fix: () => 'Name another offer or take the line out.',
  },
  'step-without-offer': {
    message: ({ step }) => `No offer fits the step “${step}” at present.`,
    fix: () => 'Choose more topics under `find`, or name offers. Whoever reads here needs a way on.',
  },
  'edition-order': {
    message: ({ from, previous, since }) =>
      `The edition applies from ${from}, but its previous edition “${previous}” only from ${since}.`,
    fix: () => '`previous` names the older edition. Correct it, or one of the dates.',
  },
  'field-outside-edition': {
    message: ({ id, edition }) => `The field of action “${id}” is no chapter of the edition “${edition}”.`,
    fix: ({ fields }) => `Take one of its fields of action (${fields}) or add it to \`fields_of_action\` there.`,
  },
  'continues-edition': {
    message: ({ id, edition, expected }) =>
      expected === ''
        ? `“${id}” belongs to the edition “${edition}”, but no previous edition is known.`
        : `“${id}” belongs to the edition “${edition}”; only what is in the previous one, “${expected}”, can be continued.`,
    fix: ({ expected }) =>
      expected === ''
        ? 'Name the previous edition in `previous` of the edition, or take `continues` out.'
        : `Name an entry of “${expected}” in \`continues\`.`,
  },
  'measure-late': {
    message: ({ until }) => `The measure was to be finished by ${until}, is not, and no reason is given.`,
    fix: () => 'Say in `reason`, in one or two sentences, why it takes longer, or bring `status` up to date.',
  },
  'target-before-start': {
    message: ({ by, start }) => `The target is to be reached by ${by}, but the values begin only on ${start}.`,
    fix: () => 'Correct the date of `target`, or that of the first value.',
  },
  'target-unmet': {
    message: ({ label, unmet, of, shown, more }) =>
      `“${label}” is not met in ${unmet} of ${of} cases: ${shown}${more > 0 ? ` and ${more} more` : ''}.`,
    fix: () =>
      'This is no mistake in the content but a gap in the offers. The page “Where offers are missing” names the offers that come closest.',
  },
  'not-geojson': {
    message: () => 'The file is no GeoJSON.',
    fix: () => 'Save it again as GeoJSON in QGIS or on geojson.io, with coordinates in WGS 84 (EPSG:4326).',
  },
  'outline-missing': {
    message: () => 'There is no area in the file. The outline is missing on the map.',
    fix: () =>
      'An outline is a Polygon or MultiPolygon. Lines belong in `water.geojson`, `railways.geojson` or `roads.geojson`.',
  },
  'outline-elsewhere': {
    message: ({ place }) => `The outline lies far from the position that is given for “${place}”.`,
    fix: () =>
      'Longitude and latitude are often swapped: in GeoJSON longitude comes first. Otherwise `geo` of the place is wrong.',
  },

  'snapshot-name': {
    message: ({ name, date }) => `The snapshot of ${date} is called “${name}”.`,
    fix: ({ date }) => `Rename it to \`${date}.yml\`. It should not be changed by hand: \`npm run snapshot\`.`,
  },

  'unknown-reference': {
    message: ({ id, collection }) =>
      collections[collection]
        ? `There is no ${collections[collection]} “${id}”.`
        : `The vocabulary “${collection}” has no term “${id}”.`,
    fix: ({ id, collection, suggestion }) => {
      if (suggestion !== '') return meant(suggestion).trim();
      if (collection === 'vocabularies')
        return 'Name one of the vocabularies: fields-of-action, topics, target-groups, residence-status.';
      return collections[collection]
        ? `Create the file \`${folderOf(collection)}/${id}.md\`, or use the name of a file that exists.`
        : `Use a term that exists, or add it in \`vocabularies/${collection}.yml\`.`;
    },
  },
  'wrong-place-kind': {
    message: ({ id, kind, field }) => `“${id}” in \`${field}\` is a ${kind}, which does not fit here.`,
    fix: ({ allowed }) => `Name a place of this kind: ${allowed}.`,
  },
  'place-without-town': {
    message: ({ id }) => `Nobody can tell in which town “${id}” lies.`,
    fix: () => 'Name a town, or a place whose `part_of` leads to a town.',
  },
  'part-of-loop': {
    message: ({ chain }) => `These places lie in each other in a circle: ${chain}.`,
    fix: () => '`part_of` names the larger place. Correct it in one of them.',
  },
  'reference-loop': {
    message: ({ field, chain }) => `\`${field}\` leads in a circle: ${chain}.`,
    fix: ({ field }) => `Correct \`${field}\` in one of them, or take it out.`,
  },
  'duplicate-ags': {
    message: ({ ags, other }) => `The municipality key ${ags} is also that of \`${other}\`.`,
    fix: () => 'Look up the right key. Each town has its own.',
  },
  'duplicate-term': {
    message: ({ id }) => `The term “${id}” stands in this list twice.`,
    fix: () => 'Keep one of them and delete the other.',
  },

  'consent-missing': {
    message: ({ field, person }) =>
      `The field \`${field}\` is missing. A person’s name (${person}) may be published only with their consent.`,
    fix: (_, field) =>
      `Ask for written consent and add it, or name an office (\`role\`) instead of the person.${field ? ` For example:\n${field.example}` : ''}`,
  },
  'consent-incomplete': {
    message: ({ field, missing }) => `The consent in \`${field}\` lacks: ${missing}.`,
    fix: (_, field) => `Add it; without it the consent is not valid.${field ? ` For example:\n${field.example}` : ''}`,
  },
  'consent-expired': {
    message: ({ until }) => `The consent ended on ${until}. This contact is no longer published.`,
    fix: () => 'Ask for consent again and enter the new date, or name an office (`role`) instead of the person.',
  },
  'consent-not-yet': {
    message: ({ from }) => `The consent is only given from ${from} on. Until then this contact is not published.`,
    fix: () => 'Correct `given_on` if it is a slip. Otherwise nothing needs to be done.',
  },
  'consent-scope': {
    message: ({ field, scope }) => `The consent does not cover “${scope}”: \`${field}\` is not published.`,
    fix: ({ scope }) => `Delete the field, or add \`${scope}\` to \`scope\` when the person has agreed.`,
  },
  'protected-leak': {
    message: ({ place }) => `The street of a protected place (${place}) stands here. It must not become public.`,
    fix: () => 'Delete it. Say instead how people get in touch, for example “We tell you the way on the telephone”.',
  },
  'private-contact-suspected': {
    message: ({ value }) => `“${value}” looks like a private number or address.`,
    fix: () =>
      'Use a number or address of the office. If it belongs to a person, put it into `contacts` with their `consent`.',
  },

  'review-due': {
    message: ({ since }) => `The offer should have been reviewed by ${since}. Readers see that it may be out of date.`,
    fix: () => 'Ask whether everything is still true, correct it, and set `reviewed` to today.',
  },
  'review-overdue': {
    message: ({ since }) => `The offer should have been reviewed by ${since}, long ago. Readers are told to ask first.`,
    fix: () => 'Ask whether the offer still exists. Then set `reviewed` to today, or `status: ended`.',
  },
  'review-in-future': {
    message: ({ field, date }) => `\`${field}\` says ${date}, which is still to come.`,
    fix: () => 'Enter the day on which somebody really asked, today at the latest.',
  },

  'translation-outdated': {
    message: () =>
      'The source text has changed since it was translated. Readers see that the translation may be out of date.',
    fix: () =>
      'Compare with the source and correct the translation. Then run `npm run translate -- stamp` with this file.',
  },
  'translation-orphan': {
    message: ({ source }) => `This is a translation of \`${source}\`, which does not exist.`,
    fix: () => 'Rename it to match its source, or delete it.',
  },
  'translation-extra-field': {
    message: ({ field }) =>
      `\`${field}\` does not belong in a translation: it is not text, and is taken from the source.`,
    fix: () => 'Delete it here. A translation holds only texts and the field `translation`.',
  },
  'translation-unused-field': {
    message: ({ field }) => `\`${field}\` is never shown, because the source has no text there.`,
    fix: () => 'Delete it, or add the text to the source first.',
  },
  'translation-lost-token': {
    message: ({ field, value }) =>
      `“${value}” is missing in the translation. The source text has it in ${field === '' ? 'the description' : `\`${field}\``}.`,
    fix: () => 'Copy telephone numbers, e-mail addresses and links exactly as they stand in the source text.',
  },
  'translation-of-source-language': {
    message: ({ language, source }) => `“${language}” is the language of the source itself, which is \`${source}\`.`,
    fix: () => 'Put the text into the source file and delete this one.',
  },

  'body-empty': {
    message: () => 'The description is missing: there is no text below the fields.',
    fix: () => 'Add two or three sentences below the second `---`: what happens, what to bring, what it is like.',
  },
  'unsafe-link': {
    message: ({ link }) =>
      `The link “${link}” is not published: it leads to something that is neither a web page, a mail address nor a telephone number.`,
    fix: () => 'Use an address that begins with https://, mailto: or tel:, or a path such as /de/angebote/.',
  },
  'raw-html': {
    message: ({ html }) => `“${html}” is shown as it stands: HTML is not possible in texts.`,
    fix: () =>
      'Use Markdown: `**bold**`, `- list`, `[text](https://www.example.org)`. Otherwise put it between backticks.',
  },
  'remote-image': {
    message: ({ src }) => `The picture “${src}” is not published: it would be loaded from somewhere else.`,
    fix: () => 'Put the file into the folder `media` and use its name alone: `![A round table](tisch.jpg)`.',
  },
  'image-missing': {
    message: ({ src }) => `There is no picture “${src}” in the folder \`media\`.`,
    fix: () => 'Put the file there, or correct the name. Capital letters count.',
  },
  'document-missing': {
    message: ({ name }) => `There is no file “${name}” in the folder \`media\`.`,
    fix: () => 'Put the file there or correct its name. Capital and small letters count.',
  },

  'site-source-language': {
    message: ({ language }) =>
      `The content is written in “${language}”, but that is not among the languages of the site.`,
    fix: ({ language }) => `Add \`${language}\` to \`languages\`, or correct \`source_language\`.`,
  },
  'label-missing': {
    message: ({ field, language }) =>
      `\`${field}\` has no text in “${language}”, the language that all others fall back to.`,
    fix: ({ language }) => `Add a line \`${language}: …\`.`,
  },
  'vocabulary-label-missing': {
    message: ({ id, languages }) => `“${id}” has no name in: ${languages}. There it appears in the source language.`,
    fix: () => 'Add a line for each of these languages below `label`.',
  },
  'explanation-missing': {
    message: ({ id, languages }) =>
      `“${id}” is not explained in: ${languages}. There the explanation is in the source language, or the word is not marked.`,
    fix: () => 'Add a line for each of these languages below `description`.',
  },
  'unknown-text-key': {
    message: ({ key }) => `No text of the interface is called “${key}”. The line has no effect.`,
    fix: ({ suggestion }) => (suggestion === '' ? 'Delete the line.' : meant(suggestion).trim()),
  },
  'content-version': {
    message: ({ version, expected }) =>
      version < expected
        ? `The content still has form ${version}; this program expects ${expected}.`
        : `The content has form ${version}; this program only knows ${expected}.`,
    fix: ({ version, expected }) =>
      version < expected
        ? 'Bring the content into its new form: `npm run migrate`.'
        : 'Take the newest version of the program: `npm run upgrade`.',
  },
  'source-left-out': {
    message: ({ source, reason }) =>
      ({
        missing: `There is no copy of “${source}” here yet: its offers are missing.`,
        changed: `The copy of “${source}” was changed by hand or is damaged: it is not used.`,
        'not-json': `The copy of “${source}” is no readable JSON.`,
        'not-catalogue': `The copy of “${source}” is no catalogue.`,
        newer: `The copy of “${source}” has a newer format than this program can read.`,
        'too-large': `The copy of “${source}” is too large.`,
      })[reason],
    fix: ({ reason }) =>
      reason === 'newer'
        ? 'Bring this site up to date (`npm run upgrade`) and fetch the catalogues again: `npm run federate`.'
        : 'Fetch the catalogues again: `npm run federate`.',
  },
  'source-entry-refused': {
    message: ({ source, count, entry, reason }) =>
      `From “${source}” ${count === 1 ? 'one entry was' : `${count} entries were`} not taken over, for example ${entry} (${reason}).`,
    fix: () => 'The mistake is in the other town. Tell them: `npm run check` shows it.',
  },
  'source-term-unmapped': {
    message: ({ source, vocabulary, id, count }) =>
      `The term \`${id}\` (${vocabulary}) from “${source}” has no counterpart here and is missing in ${count === 1 ? 'one offer' : `${count} offers`}.`,
    fix: ({ vocabulary, id }) => `Map it to a term of your own:\n  map:\n    ${vocabulary}:\n      ${id}: own-term`,
  },
  'source-area-unknown': {
    message: ({ source, id }) =>
      `The offer \`${id}\` from “${source}” names no known place or organisation and is missing.`,
    fix: () => 'The mistake is in the other town. Tell them.',
  },
  'broken-text': {
    message: ({ key, reason, values }) =>
      reason === 'syntax'
        ? `The text “${key}” cannot be read: a curly bracket is missing or too many, or a case (\`other\`) is missing.`
        : `The text “${key}” asks for values that do not exist there. Possible: ${values === '' ? 'none' : values}.`,
    fix: () =>
      'Take the brackets from the shipped text in `src/i18n/texts/` and change only the words. For example:\n  count.offers: "{count, plural, one {# offer} other {# offers}}"',
  },
};
