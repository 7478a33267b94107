import type { CountryCode } from 'libphonenumber-js/core';
import phones from 'libphonenumber-js/min/metadata';
import { collectionSchema } from '../content/schemas.ts';
import { fieldLabelKey } from '../datasheet/field-label.ts';
import { repositoryOf } from '../datasheet/forge-address.ts';
import { languages as interfaceLanguages } from '../i18n/languages.ts';
import { loadMessages } from '../i18n/load-texts.ts';
import type { MessageKey } from '../i18n/translator.ts';
import { vocabularyNames, type VocabularyName } from '../model/catalogue.ts';
import type { ShownText } from '../views/components/text/text.tsx';
import type { DatasheetPageData, FormOption, HandInWays, KnownPlace, KnownTerm } from '../views/datasheet-page-data.ts';
import type { PageContext } from '../views/page-context.ts';
import { datasheetSteps, type FormWords } from './datasheet-steps.ts';
import { organisationName, placeName, termLabel } from './names.ts';
import { languageTitle } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';

/** Groups of texts that the form and the preview of an offer's page use. */
const messageGroups = /^(datasheet|send|error|offer|enum|schedule|contact|notice|field|language)\.|^search\.retry$/;

/** Which group of texts names the values of a field, where it is not called like the field. */
const valueGroups: Readonly<Record<string, string>> = {
  'cost.kind': 'cost',
  'cost.unit': 'cost-unit',
  'registration.kind': 'registration',
  'childcare.available': 'childcare',
  'capacity.state': 'capacity',
  'audience.access': 'access',
  'audience.gender': 'gender',
  'audience.german.min': 'german',
  'audience.german.target': 'german',
  'volunteering.german': 'german',
  'languages.kind': 'language',
  'schedule.every': 'every',
  'schedule.school_holidays': 'answer',
  'new-organisation.kind': 'organisation',
};

const helpTexts: Readonly<Record<string, MessageKey>> = {
  'contacts.consent': 'datasheet.help.consent',
  'place.protected': 'datasheet.help.protected',
};

/** Fields whose label says all: what the schema adds is for those who write codes into a file. */
const selfEvident: ReadonlySet<string> = new Set([
  'audience.groups',
  'languages.code',
  'schedule.days',
  'schedule.from',
  'schedule.to',
  'contacts.person',
  'contacts.email',
]);

/** The label of a choice in a sentence without what the sentence is about: “…, every week” → “Every week”. */
function withoutDots(text: string, lang: string): string {
  const bare = text.replace(/^…[,،፣]?\s+(?!\()|\s+…$/g, '');
  return bare.charAt(0).toLocaleUpperCase(lang) + bare.slice(1);
}

const stepTitles: Readonly<Record<string, MessageKey>> = {
  what: 'datasheet.group.what',
  audience: 'offer.facts.audience',
  when: 'offer.facts.when',
  where: 'offer.facts.where',
  cost: 'datasheet.group.cost',
  contact: 'contact.title',
  description: 'datasheet.group.description',
  send: 'datasheet.group.send',
};

/** Spoken by many newcomers; the interface languages are added. */
const spokenLanguages =
  'am az be ber bn bs ckb cs da el et fi gsg hi hr hu hy id it ja ka kk kmr ko ln lt lv mk mn my ne nl pa prs ps pt rom si sk sl so sr sw ta th tl tg tk ur uz vi wo yo zh'.split(
    ' ',
  );

const own = (value: string): ShownText => ({ value });

function byLabel(options: FormOption[], lang: string): FormOption[] {
  const collator = new Intl.Collator(lang);
  return options.sort((a, b) => collator.compare(a.label.value, b.label.value));
}

function formWords(model: SiteModel, page: PageContext): FormWords {
  const { t, formats } = page;
  const { catalogue } = model;
  const messages = loadMessages(page.lang, catalogue.texts.get(page.lang));
  const anyText = t as unknown as (key: string, values?: Record<string, string>) => string;
  const base = page.lang.split('-')[0];
  return {
    title: (step) => t(stepTitles[step] as 'datasheet.group.what'),
    label(path) {
      const key = fieldLabelKey(path, (name) => messages.has(name));
      return key && anyText(key);
    },
    value(path, value) {
      if (path === 'schedule.days') return formats.weekday(value);
      if (path === 'contacts.consent.scope' && value !== 'photo')
        return anyText(`field.${value === 'name' ? 'person' : value}`);
      const group = valueGroups[path] ?? path.split('.').at(-1)!;
      const key = [`enum.${group}.${value}`, `enum.answer.${value}`].find((name) => messages.has(name));
      // “… per hour”, “first … of the month”
      return key ? withoutDots(anyText(key, { amount: '…', days: '…' }), page.lang) : value;
    },
    prose(node, name) {
      const german = node['x-de'] as Record<string, string> | undefined;
      // What `help` says is for those who write the file by hand; the description is for everybody.
      const field = name === 'help' ? 'description' : name;
      const value = base === 'de' ? german?.[field] : node[field];
      if (typeof value !== 'string') return undefined;
      // A label must be there in any case; a second line in a language that the reader does not know only disturbs.
      if (name === 'help' && base !== 'de' && base !== 'en') return undefined;
      return base === 'de' || base === 'en' ? { value } : { value, lang: 'en' };
    },
    help: (path) => (selfEvident.has(path) ? null : helpTexts[path] && anyText(helpTexts[path])),
    vocabulary: (name) =>
      [...catalogue.vocabularies[name as VocabularyName].values()].map((term) => ({
        value: term.id,
        label: termLabel(term, model, page),
      })),
    entries(collection, kinds) {
      if (collection === 'organisations') {
        return byLabel(
          [...catalogue.organisations.keys()].map((id) => ({ value: id, label: organisationName(id, model, page) })),
          page.lang,
        );
      }
      const places = [...catalogue.places].filter(
        ([, { data }]) => kinds?.includes(data.kind) ?? data.kind !== 'district',
      );
      return byLabel(
        places.map(([id]) => ({ value: id, label: placeName(id, model, page) })),
        page.lang,
      );
    },
    languages: () => spokenLanguageOptions(model, page),
  };
}

/** Languages that people speak: those asked for most first, then by name. */
export function spokenLanguageOptions({ catalogue }: SiteModel, page: PageContext): FormOption[] {
  const first = ['de', 'ar', 'uk', 'tr', 'fa', 'ru', 'en'];
  const tags = new Set([
    ...interfaceLanguages.map(({ tag }) => tag).filter((tag) => !tag.includes('-')),
    ...spokenLanguages,
    ...[...catalogue.offers.values()].flatMap(({ data }) => data.languages.map(({ code }) => code)),
  ]);
  const option = (tag: string): FormOption => ({ value: tag, label: own(languageTitle(tag, page)) });
  return [...first.map(option), ...byLabel([...tags].filter((tag) => !first.includes(tag)).map(option), page.lang)];
}

/** Where hand-ins go; without a word about it in `site.yml`, by e-mail to the publisher or as a file. */
export function waysOf({ catalogue: { site } }: SiteModel): HandInWays {
  const { repository, email = site.publisher.email, download = true, inbox } = site.hand_in ?? {};
  return {
    ...(repository ? { repository: repositoryOf(repository) } : {}),
    ...(email === undefined ? {} : { email }),
    download,
    ...(inbox ? { inbox: inbox.url.replace(/\/+$/, '') } : {}),
  };
}

/** Of the numbers of the world those of one country. */
function phonesOf(country: string): object {
  const known = phones.countries[country as CountryCode];
  if (!known) return phones;
  return {
    version: phones.version,
    country_calling_codes: { [String(known[0])]: [country] },
    countries: { [country]: known },
  };
}

/** The data of the form in the page's language. */
export function datasheetPageData(model: SiteModel, page: PageContext): DatasheetPageData {
  const { catalogue } = model;
  const { site } = catalogue;
  const messages = loadMessages(page.lang, catalogue.texts.get(page.lang));
  const place = (id: string): KnownPlace => {
    const {
      kind,
      part_of: partOf,
      street,
      postal_code: postalCode,
      protected: secret,
    } = catalogue.places.get(id)!.data;
    return {
      name: placeName(id, model, page),
      kind,
      ...(partOf === undefined ? {} : { partOf }),
      ...(street === undefined ? {} : { street }),
      ...(postalCode === undefined ? {} : { postalCode }),
      ...(secret ? { protected: true as const } : {}),
    };
  };
  const base = page.lang.split('-')[0] ?? '';
  const { name, phone, email } = site.publisher;
  return {
    lang: page.lang,
    sourceLanguage: site.source_language,
    today: page.today,
    country: site.country,
    messages: Object.fromEntries([...messages].filter(([key]) => messageGroups.test(key))),
    steps: datasheetSteps(collectionSchema.offers, collectionSchema.organisations, formWords(model, page)),
    places: Object.fromEntries([...catalogue.places.keys()].map((id) => [id, place(id)])),
    organisations: Object.fromEntries(
      [...catalogue.organisations.keys()].map((id) => [id, organisationName(id, model, page)]),
    ),
    vocabularies: Object.fromEntries(
      vocabularyNames.map((vocabulary) => [
        vocabulary,
        Object.fromEntries(
          [...catalogue.vocabularies[vocabulary].values()].map((term): [string, KnownTerm] => {
            const fieldsOfAction = term.mapsTo['fields-of-action'];
            return [term.id, { label: termLabel(term, model, page), ...(fieldsOfAction ? { fieldsOfAction } : {}) }];
          }),
        ),
      ]),
    ),
    phones: phonesOf(site.country),
    ways: waysOf(model),
    publisher: { name, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }) },
    root: page.root,
    checkScript: page.asset('datasheet-check.js'),
    textScript: page.asset('datasheet-text.js'),
    phonesScript: page.asset('datasheet-phones.js'),
    proofScript: page.asset('datasheet-proof.js'),
    ...(base === 'de' || base === 'en' ? { wordsScript: page.asset(`datasheet-words-${base}.js`) } : {}),
  };
}
