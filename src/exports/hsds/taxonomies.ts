import type { CatalogueOffer, Term, VocabularyName } from '../../model/catalogue.ts';
import { offerTypes } from '../../model/offer-values.ts';
import type { Exporting } from '../exporting.ts';
import { labelIn } from '../../model/label-in.ts';

/** The vocabularies that classify an offer, and what each says of it (`link_type`). */
const classifying = [
  ['topics', 'topic', ({ data }: CatalogueOffer) => data.topics],
  ['fields-of-action', 'field_of_action', ({ data }: CatalogueOffer) => data.fields_of_action],
  ['target-groups', 'eligibility', ({ data }: CatalogueOffer) => data.audience.groups],
  ['residence-status', 'residence_status', ({ data }: CatalogueOffer) => data.audience.residence_status ?? []],
] as const satisfies ReadonlyArray<readonly [VocabularyName, string, (offer: CatalogueOffer) => readonly string[]]>;

/** Values of the schema itself, as taxonomies of their own: HSDS has no field for them. */
const fixed = [
  ['offer-type', 'type', offerTypes, ({ data }: CatalogueOffer) => [data.type]],
  [
    'delivery',
    'delivery',
    ['on-site', 'online', 'phone', 'outreach'],
    ({ data }: CatalogueOffer): readonly string[] => data.delivery,
  ],
] as const;

const names: Readonly<Record<string, string>> = {
  topics: 'Topics',
  'fields-of-action': 'Fields of action',
  'target-groups': 'Target groups',
  'residence-status': 'Residence status',
  'offer-type': 'Types of offer',
  delivery: 'Ways of delivery',
};

export interface Taxonomy {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: string;
}

export interface TaxonomyTerm {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly taxonomy_detail: Taxonomy;
  readonly language: string;
}

function taxonomyOf(key: string, { uuid, date }: Exporting): Taxonomy {
  const name = names[key] ?? key;
  return { id: uuid('taxonomy', key), name, description: `${name} of this catalogue`, version: date };
}

function fixedLabel(key: string, code: string, { t }: Exporting): string {
  return key === 'delivery' ? t(`enum.delivery.${code as 'on-site'}`) : t(`enum.type.${code as 'counselling'}`);
}

function termOf(key: string, code: string, name: string, description: string, exporting: Exporting): TaxonomyTerm {
  return {
    id: exporting.uuid('term', key, code),
    code,
    name,
    description,
    taxonomy: names[key] ?? key,
    taxonomy_detail: taxonomyOf(key, exporting),
    language: exporting.lang,
  };
}

const describe = ({ id, label, description }: Term, lang: string): readonly [name: string, text: string] => {
  const name = labelIn(label, lang, lang) || id;
  return [name, (description && labelIn(description, lang, lang)) || name];
};

/** All taxonomies with their terms, in the order of the vocabularies. */
export function listTaxonomies(exporting: Exporting): { taxonomies: Taxonomy[]; terms: TaxonomyTerm[] } {
  const { vocabularies } = exporting.catalogue;
  const open = classifying.map(([key]) => ({
    taxonomy: taxonomyOf(key, exporting),
    terms: Array.from(vocabularies[key].values(), (term) =>
      termOf(key, term.id, ...describe(term, exporting.lang), exporting),
    ),
  }));
  const closed = fixed.map(([key, , codes]) => ({
    taxonomy: taxonomyOf(key, exporting),
    terms: codes.map((code) => {
      const name = fixedLabel(key, code, exporting);
      return termOf(key, code, name, name, exporting);
    }),
  }));
  const all = [...open, ...closed];
  return { taxonomies: all.map(({ taxonomy }) => taxonomy), terms: all.flatMap(({ terms }) => terms) };
}

/** What classifies an offer, as attributes of the service. */
export function offerAttributes(offer: CatalogueOffer, exporting: Exporting): object[] {
  const { uuid, catalogue } = exporting;
  const attribute = (key: string, linkType: string, term: TaxonomyTerm): object => ({
    id: uuid('attribute', offer.id, key, term.code),
    link_id: uuid('service', offer.id),
    taxonomy_term_id: term.id,
    link_type: linkType,
    link_entity: 'service',
    taxonomy_term: term,
  });
  return [
    ...classifying.flatMap(([key, linkType, idsOf]) =>
      idsOf(offer).flatMap((id) => {
        const term = catalogue.vocabularies[key].get(id);
        return term ? [attribute(key, linkType, termOf(key, id, ...describe(term, exporting.lang), exporting))] : [];
      }),
    ),
    ...fixed.flatMap(([key, linkType, , codesOf]) =>
      codesOf(offer).map((code) => {
        const name = fixedLabel(key, code, exporting);
        return attribute(key, linkType, termOf(key, code, name, name, exporting));
      }),
    ),
  ];
}
