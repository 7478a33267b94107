import type { ContrastProblem } from '../../assets/theme-contrast.ts';
import type { Extension } from '../../extension.ts';
import type { Catalogue } from '../../model/catalogue.ts';
import { plainLanguagePage } from '../../model/plain-language.ts';

/** What is missing before a site goes live; `must`: the law or the reader's safety wants it. */
export type Finding = { readonly must: boolean } & (
  | {
      readonly kind:
        | 'no-address'
        | 'no-contact'
        | 'no-statement'
        | 'old-statement'
        | 'no-licence'
        | 'no-hand-in'
        | 'notice'
        | 'no-offers'
        | 'no-plain-language'
        | 'no-sign-language';
    }
  | { readonly kind: 'page-missing' | 'page-placeholder'; readonly page: string }
  | { readonly kind: 'invented-contact'; readonly file: string; readonly value: string }
  | { readonly kind: 'contrast'; readonly problem: ContrastProblem }
  | { readonly kind: 'page-gap'; readonly page: string; readonly gap: string }
  | { readonly kind: 'extension'; readonly parts: readonly string[] }
  | { readonly kind: 'extension-broken'; readonly message: Readonly<Record<'de' | 'en', string>> }
  | { readonly kind: 'owners' }
  | { readonly kind: 'edited'; readonly files: readonly string[]; readonly release: string }
  | { readonly kind: 'release-unknown' }
);

/** Pages that German law wants of a public body's site, by their ids. */
const legalPages = ['impressum', 'datenschutz'] as const;

/**
 * Addresses and numbers that are reserved for examples and stories: nobody can be reached there (RFC 2606;
 * https://www.bundesnetzagentur.de, Rufnummern für Medienproduktionen).
 */
const invented =
  /(?<![\w.-])[\w.+-]*@?(?:[\w-]+\.)*example\.(?:org|com|net)\b|\+49 (?:221 4710|30 23125|40 66969|69 90009|89 99998)\d{3}/;

/** What can be seen in the catalogue alone; `siteUrl`: the address that the environment gives. */
export function findInCatalogue(catalogue: Catalogue, siteUrl: string | undefined): Finding[] {
  const { site, pages, offers, organisations, guides, emergency } = catalogue;
  const findings: Finding[] = [];
  const address = siteUrl ?? site.url;
  if (address === undefined || invented.test(address)) findings.push({ kind: 'no-address', must: true });
  if (site.publisher.phone === undefined && site.publisher.email === undefined)
    findings.push({ kind: 'no-contact', must: true });
  for (const id of legalPages) {
    const page = pages.get(id);
    if (!page) findings.push({ kind: 'page-missing', must: true, page: `pages/${site.source_language}/${id}.md` });
    else if (page.data.placeholder === true) findings.push({ kind: 'page-placeholder', must: true, page: page.file });
    else findings.push(...findGaps(page.file, page.body));
  }
  findings.push(...findInStatement(catalogue));
  const entries = [
    { file: 'site.yml', data: { publisher: site.publisher } },
    { file: 'emergency.yml', data: emergency },
    ...guides.values(),
    ...[...offers.values(), ...organisations.values()].filter((entry) => !('homes' in entry)),
  ];
  for (const { file, data } of entries) {
    const [value] = invented.exec(JSON.stringify(data)) ?? [];
    if (value !== undefined) findings.push({ kind: 'invented-contact', must: true, file, value });
  }
  // § 4 BITV 2.0 binds the federation's bodies; the states' laws say it for municipalities in their own ways.
  const plain = pages.get(plainLanguagePage);
  if (!plain || plain.data.placeholder === true) findings.push({ kind: 'no-plain-language', must: false });
  if (!site.sign_language) findings.push({ kind: 'no-sign-language', must: false });
  if (offers.size === 0) findings.push({ kind: 'no-offers', must: false });
  if (site.notice !== undefined) findings.push({ kind: 'notice', must: false });
  if (site.data_licence === undefined) findings.push({ kind: 'no-licence', must: false });
  const { repository, inbox, email } = site.hand_in ?? {};
  if (!repository && !inbox && email === undefined && site.publisher.email === undefined)
    findings.push({ kind: 'no-hand-in', must: false });
  return findings;
}

/** What the patterns leave to be filled in stands in brackets: `[Anschrift]`; a link is followed by its address. */
function findGaps(page: string, body: string): Finding[] {
  const [gap] = /\[(?![ xX]\])[^\][\n]{2,}\](?![([:])/.exec(body) ?? [];
  return gap === undefined ? [] : [{ kind: 'page-gap', must: true, page, gap: gap.slice(0, 60) }];
}

/** The statement on accessibility is made from the town's assessment, or is the town's own page; it is renewed every year. */
function findInStatement({ site, pages, today }: Catalogue): Finding[] {
  const own = pages.get('barrierefreiheit');
  if (own?.data.placeholder === true) return [{ kind: 'page-placeholder', must: true, page: own.file }];
  if (own) return findGaps(own.file, own.body);
  const { accessibility_statement: statement } = site;
  if (!statement) return [{ kind: 'no-statement', must: true }];
  const [year = 0] = (statement.reviewed_on ?? statement.assessed_on).split('-').map(Number);
  const due = `${year + 1}${(statement.reviewed_on ?? statement.assessed_on).slice(4)}`;
  return due < today ? [{ kind: 'old-statement', must: false }] : [];
}

/** What a town's own code does, to be looked at after each upgrade. */
export function findInExtension({ checks = [], exports = [], slots = {} }: Extension): Finding {
  return {
    kind: 'extension',
    must: false,
    parts: [
      ...checks.map(({ code }) => `own/${code}`),
      ...exports.map(({ path }) => `/data/own/${path}`),
      ...Object.keys(slots).map((slot) => `slots.${slot}`),
    ],
  };
}
