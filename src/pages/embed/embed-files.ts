import { formatsFor } from '../../i18n/formats.ts';
import { loadMessages } from '../../i18n/load-texts.ts';
import { findLanguage } from '../../i18n/languages.ts';
import { createTranslator } from '../../i18n/translator.ts';
import type { CatalogueOffer } from '../../model/catalogue.ts';
import type { LanguageTag } from '../../model/diagnostic.ts';
import { kept } from '../../model/reads.ts';
import type { ShownText } from '../../views/components/text/text.tsx';
import {
  embedDataFolder,
  embedFile,
  embedLists,
  embedScript,
  type EmbedFile,
  type EmbedFilter,
  type EmbedTexts,
} from '../../views/embed-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import { placeName, termLabel } from '../names.ts';
import { offerCard } from '../offer-card.ts';
import { Output } from '../output.ts';
import { isolated, languageTitle } from '../shown-text.ts';
import type { SiteModel } from '../site-model.ts';

type Contexts = ReadonlyMap<LanguageTag, (path: string) => PageContext>;

/** So many of all offers are enough for a list that asks for none in particular. */
const mostOfAll = 50;
const mostOfGroup = 200;

const groups: Readonly<Record<EmbedFilter, (model: SiteModel) => ReadonlyMap<string, readonly CatalogueOffer[]>>> = {
  town: ({ byTown }) => byTown,
  topic: ({ byTopic }) => byTopic,
  audience: ({ byAudience }) => byAudience,
  language: ({ byLanguage }) => byLanguage,
};

/** The lists for the pages of others: small files of one topic, town, group or language each, and the script that shows them. */
export function embedFiles(model: SiteModel, contexts: Contexts, script: Uint8Array | undefined): Output[] {
  const writtenIn = writtenOffers(model);
  return [
    ...Array.from(contexts, ([lang, contextOf]) => listsOf(model, lang, contextOf, writtenIn)).flat(),
    ...(script ? [Output.ofBytes(embedScript, withTexts(script, embedTexts(model)))] : []),
  ];
}

/** An offer in a list, written out. */
type Written = (offer: CatalogueOffer) => string;

function listsOf(
  model: SiteModel,
  lang: LanguageTag,
  contextOf: (path: string) => PageContext,
  writtenIn: (lang: LanguageTag, page: PageContext) => Written,
): Output[] {
  const output = (name: string, make: (page: PageContext, written: Written) => string): Output =>
    new Output(`${embedDataFolder}${lang}/${name}.json`, () => {
      const page = contextOf('');
      return make(page, writtenIn(lang, page));
    });
  return [
    output(embedFile(), (page, written) =>
      listFile(page, { value: page.site.title }, 'angebote/', newest(model.current, mostOfAll).map(written)),
    ),
    ...(Object.keys(groups) as EmbedFilter[]).flatMap((filter) =>
      Array.from(groups[filter](model), ([id, offers]) =>
        output(embedFile(filter, id), (page, written) =>
          listFile(
            page,
            titleOf(filter, id, model, page),
            `${embedLists[filter]}/${id}/`,
            shownOf(filter, offers).map(written),
          ),
        ),
      ),
    ),
  ];
}

/** Those that were checked last. */
const newest = (offers: readonly CatalogueOffer[], most: number): readonly CatalogueOffer[] =>
  [...offers].sort((a, b) => (a.data.reviewed < b.data.reviewed ? 1 : -1)).slice(0, most);

/** A group or a language may have half of a large catalogue; together with a topic or a town, their whole list is read. */
const shownOf = (filter: EmbedFilter, offers: readonly CatalogueOffer[]): readonly CatalogueOffer[] =>
  (filter === 'audience' || filter === 'language') && offers.length > mostOfGroup
    ? newest(offers, mostOfGroup)
    : offers;

function titleOf(filter: EmbedFilter, id: string, model: SiteModel, page: PageContext): ShownText {
  const { vocabularies } = model.catalogue;
  if (filter === 'town') return placeName(id, model, page);
  if (filter === 'language') return { value: languageTitle(id, page) };
  const term = vocabularies[filter === 'topic' ? 'topics' : 'target-groups'].get(id);
  return term ? termLabel(term, model, page) : { value: id };
}

/** A list with its offers, which have been written out before. */
function listFile(page: PageContext, title: ShownText, path: string, offers: readonly string[]): string {
  const { t, lang, dir, site } = page;
  const head: Omit<EmbedFile, 'offers'> = {
    lang,
    dir,
    title: title.value,
    ...(title.lang === undefined ? {} : { titleLang: title.lang }),
    href: page.link(path),
    site: site.title,
    texts: {
      empty: t('embed.empty'),
      all: t('embed.all'),
      source: t('embed.source', { site: isolated({ value: site.title }) }),
    },
  };
  return `${JSON.stringify(head).slice(0, -1)},"offers":[${offers.join(',')}]}`;
}

/** An offer stands in a dozen lists of its language. Lists come language by language: only one is kept. */
function writtenOffers(model: SiteModel): (lang: LanguageTag, page: PageContext) => Written {
  let current: LanguageTag | undefined;
  let known = new Map<CatalogueOffer, () => string>();
  return (lang, page) => {
    if (lang !== current) known = new Map();
    current = lang;
    const ofLanguage = known;
    return (offer) => {
      let written = ofLanguage.get(offer);
      if (!written) ofLanguage.set(offer, (written = kept(() => JSON.stringify(embeddedOffer(offer, model, page)))));
      return written();
    };
  };
}

const embeddedOffer = (offer: CatalogueOffer, model: SiteModel, page: PageContext): EmbedFile['offers'][number] => ({
  ...offerCard(offer, model, page),
  topics: offer.data.topics,
  towns: offer.towns,
  audiences: offer.data.audience.groups,
  spoken: offer.data.languages.filter(({ kind }) => kind !== 'material').map(({ code }) => code),
});

/** What the element says in each language of the site before it has loaded anything. */
export function embedTexts({ catalogue }: SiteModel): EmbedTexts {
  return Object.fromEntries(
    catalogue.languages.map((lang) => {
      const t = createTranslator(loadMessages(lang, catalogue.texts.get(lang)), formatsFor(lang));
      return [
        lang,
        {
          dir: findLanguage(lang)?.dir ?? 'ltr',
          loading: t('embed.loading'),
          failed: t('embed.failed'),
          retry: t('search.retry'),
          open: t('menu.offers'),
        },
      ];
    }),
  );
}

/** The script with its texts before it, in a scope of its own: other scripts on a strange page may use any name. */
function withTexts(script: Uint8Array, texts: EmbedTexts): string {
  const json = JSON.stringify(texts).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `(()=>{const angebotslotseTexts=${json};\n${Buffer.from(script).toString('utf8').trim()}\n})();\n`;
}
