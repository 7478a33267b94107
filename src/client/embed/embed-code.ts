import { embedScript } from '../../views/embed-data.ts';

/** Attributes of the element, and the parameters of the frame's address that say the same. */
const names = {
  topic: 'thema',
  town: 'ort',
  audience: 'zielgruppe',
  language: 'sprache',
  limit: 'anzahl',
  heading: 'titel',
} as const;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The HTML to put into a page for what was chosen in the form; `site` is the address of the root. */
export function embedCode(chosen: Readonly<Record<string, string>>, site: string, title: string): string {
  const { lang = 'de', way } = chosen;
  const given = (Object.keys(names) as (keyof typeof names)[]).filter((name) => chosen[name]);
  const script = `<script src="${escaped(site)}${embedScript}" defer></script>`;
  if (way === 'frame') {
    const query = new URLSearchParams(given.map((name) => [names[name], chosen[name]!])).toString();
    const address = `${site}${lang}/einbetten/liste/${query === '' ? '' : `?${query}`}`;
    return `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="600" loading="lazy"></iframe>\n${script}`;
  }
  const attributes = [['lang', lang], ...given.map((name) => [name, chosen[name]!])]
    .map(([name, value = '']) => ` ${name}="${escaped(value)}"`)
    .join('');
  return `${script}\n<angebotslotse-list${attributes}>\n  <a href="${escaped(site)}${lang}/angebote/">${escaped(title)}</a>\n</angebotslotse-list>`;
}
