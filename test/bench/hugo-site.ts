import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readYaml } from '../../src/content/read-document.ts';
import { frontMatterRange } from '../../src/content/front-matter-range.ts';
import { findLanguage } from '../../src/i18n/languages.ts';
import { readTexts } from '../../src/i18n/load-texts.ts';
import type { Offer } from '../../src/model/schema.generated.ts';

/**
 * The same content as a site for Hugo: the same Markdown files, pages with the same parts, about as many list pages, a
 * calendar and three JSON files an offer, and all other files of the built site, such as the search, as static files to
 * be copied. Hugo's own ways where it has some: taxonomies, pagination, related pages, cached partials, output formats.
 */
export function writeHugoSite(
  contentDir: string,
  builtDir: string,
  hugoDir: string,
  languages: readonly string[],
): void {
  const [source = 'de'] = languages;
  const write = (path: string, text: string): void => {
    const file = join(hugoDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };

  write('hugo.toml', configOf(languages));
  for (const lang of languages) {
    const texts = [...readTexts(lang)].filter(([, text]) => !text.includes('{'));
    write(`i18n/${lang}.json`, JSON.stringify(Object.fromEntries(texts)));
    const html = readFileSync(join(builtDir, lang, 'angebote/angebot-0001/index.html'), 'utf8');
    const part = (pattern: RegExp): string =>
      (pattern.exec(html)?.[0] ?? '').replaceAll('angebote/angebot-0001/', '%PATH%').replaceAll('{{', '');
    write(`layouts/partials/header-${lang}.html`, part(/<header class="site-header">.*?<\/header>/s));
    write(`layouts/partials/footer-${lang}.html`, part(/<footer.*<\/footer>/s));
    // Next dates, ways to hand something in: as they stand, so that pages have like sizes.
    write(
      `layouts/partials/rest-${lang}.html`,
      part(/<section class="next-dates">.*?<\/section>/s).repeat(2) +
        part(/<section class="sheet-links.*?<\/section>/s).repeat(2),
    );
  }
  for (const [path, text] of Object.entries(layouts)) write(`layouts/${path}`, text);

  const sheets = new Map<string, Offer>();
  const offers = readdirSync(join(contentDir, 'offers')).sort((a, b) => a.length - b.length);
  for (const name of offers) {
    const text = readFileSync(join(contentDir, 'offers', name), 'utf8');
    const [id = '', lang] = name.replace(/\.md$/, '').split('.');
    if (lang === undefined) {
      const { start, end } = frontMatterRange(text)!;
      sheets.set(id, readYaml(name, text.slice(start, end)).value!.data as unknown as Offer);
    }
    const sheet = sheets.get(id)!;
    if (sheet.status === 'draft') continue;
    // Hugo sorts pages into lists by what stands in each of them.
    const sorting = [
      ...(lang === undefined ? [] : [`topics: [${sheet.topics.join(', ')}]`]),
      `groups: [${sheet.audience.groups.join(', ')}]`,
      `spoken: [${sheet.languages.map(({ code }) => code).join(', ')}]`,
      `towns: [${sheet.service_area.join(', ')}]`,
      `hosts: [${sheet.organisation}]`,
      `outputs: [html, calendar${lang === undefined ? ', own, hsds, oruk' : ''}]`,
    ];
    write(`content/offers/${name}`, text.replace('---\n', `---\n${sorting.join('\n')}\n`));
  }
  for (const folder of ['organisations', 'places', 'networks', 'events', 'concept/measures', 'concept/goals']) {
    for (const name of readdirSync(join(contentDir, folder))) {
      const text = readFileSync(join(contentDir, folder, name), 'utf8');
      // These keys mean something else to Hugo.
      const lines = ['organisations', 'places'].includes(folder) ? '_build: { render: never, list: never }\n' : '';
      write(
        `content/${folder}/${name}`,
        text.replace(/^(url|date|kind|status):/gm, 'own_$1:').replace('---\n', `---\n${lines}`),
      );
    }
  }
  for (const folder of ['search', 'assets', 'data/inclusion', ...languages.map((lang) => `${lang}/luecken`)]) {
    const from = join(builtDir, folder);
    cpSync(from, join(hugoDir, 'static', folder), { recursive: true, filter: (path) => !path.endsWith('.html') });
  }
  for (const name of ['catalogue.json', 'offers.csv', 'offers.xlsx', 'offers.geojson', 'calendar.ics'])
    cpSync(join(builtDir, 'data', name), join(hugoDir, 'static/data', name));
  write('static/source', source);
}

const configOf = (languages: readonly string[]): string => `baseURL = "https://example.org/"
defaultContentLanguage = "${languages[0]}"
defaultContentLanguageInSubdir = true
paginate = 24
buildFuture = true
disableKinds = ["RSS", "robotsTXT", "404"]
[permalinks]
offers = "/angebote/:filename/"
[outputs]
home = ["html"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
page = ["html"]
[taxonomies]
topic = "topics"
group = "groups"
language = "spoken"
town = "towns"
host = "hosts"
[related]
threshold = 10
includeNewer = true
[[related.indices]]
name = "topics"
weight = 100
[[related.indices]]
name = "towns"
weight = 60
[mediaTypes."text/calendar"]
suffixes = ["ics"]
[outputFormats.calendar]
mediaType = "text/calendar"
baseName = "termine"
isPlainText = true
[outputFormats.own]
mediaType = "application/json"
baseName = "own"
isPlainText = true
[outputFormats.hsds]
mediaType = "application/json"
baseName = "hsds"
isPlainText = true
[outputFormats.oruk]
mediaType = "application/json"
baseName = "oruk"
isPlainText = true
${languages
  .map(
    (lang, index) =>
      `[languages.${lang}]\nweight = ${index + 1}\nlanguageName = "${lang}"\nlanguageDirection = "${findLanguage(lang)?.dir ?? 'ltr'}"`,
  )
  .join('\n')}
`;

const icon =
  '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><path d="M6.5 5.5h11a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2v-10a2 2 0 0 1 2-2zM4.5 10h15M8.5 3.5v4M15.5 3.5v4M8 13.5h2M14 13.5h2"></path></svg>';

/** The sheet that a translation belongs to holds what is no text. */
const sheet = `{{- $sheet := . -}}{{- range .Translations }}{{ if eq .Lang "de" }}{{ $sheet = . }}{{ end }}{{ end -}}{{- $d := $sheet.Params -}}`;

const fact = (label: string, value: string): string =>
  `<div class="fact"><dt>${icon}{{ i18n "${label}" }}</dt><dd>${value}</dd></div>`;

const layouts: Readonly<Record<string, string>> = {
  'index.html': `{{ define "main" }}<h1>{{ .Title }}</h1>{{ end }}`,
  '_default/baseof.html': `<!doctype html><html lang="{{ .Lang }}" dir="{{ .Language.LanguageDirection }}"><head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"/><meta name="viewport" content="width=device-width, initial-scale=1"/><title>{{ .Title }} – Wegweiser</title><meta name="description" content="{{ .Params.summary }}"/><meta name="color-scheme" content="light dark"/><link rel="canonical" href="{{ .Permalink }}"/>{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .Permalink }}"/>{{ end }}<meta property="og:title" content="{{ .Title }}"/><meta property="og:description" content="{{ .Params.summary }}"/><meta property="og:url" content="{{ .Permalink }}"/>{{ block "data" . }}{{ end }}</head><body><a class="skip-link" href="#content">{{ i18n "app.skip-to-content" }}</a>{{ $header := partialCached "header" . .Lang }}{{ replace $header "%PATH%" (strings.TrimPrefix (printf "/%s/" .Lang) .RelPermalink) | safeHTML }}<main id="content"><div class="wrap">{{ block "main" . }}{{ end }}</div></main>{{ $footer := partialCached "footer" . .Lang }}{{ replace $footer "%PATH%" (strings.TrimPrefix (printf "/%s/" .Lang) .RelPermalink) | safeHTML }}</body></html>`,
  'partials/header.html': `{{ partial (printf "header-%s" .Lang) . }}`,
  'partials/footer.html': `{{ partial (printf "footer-%s" .Lang) . }}`,
  'partials/card.html': `${sheet}<li><article class="offer-card"><p class="offer-card-kind">{{ i18n (printf "enum.type.%s" $d.type) }}</p><h3 class="offer-card-title"><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p class="offer-card-summary">{{ .Params.summary }}</p><ul class="offer-card-facts" role="list"><li>${icon}<span>{{ range $d.schedule }}{{ range .days }}{{ . }} {{ end }}{{ .from }}–{{ .to }}{{ end }}</span></li><li>${icon}<span>{{ range $d.service_area }}{{ with site.GetPage (printf "places/%s" .) }}{{ .Params.name }}{{ end }}{{ end }}</span></li><li>${icon}<span>{{ i18n (printf "enum.cost.%s" $d.cost.kind) }}</span></li><li>${icon}<span>{{ range $d.languages }}{{ .code }} {{ end }}</span></li></ul></article></li>`,
  '_default/list.html': `{{ define "main" }}<h1>{{ .Title }}</h1><ul class="result-list" role="list">{{ $pages := .Paginator.Pages }}{{ range $pages }}{{ if .Params.topics }}{{ partialCached "card" . .RelPermalink }}{{ else }}<li><a href="{{ .RelPermalink }}">{{ .Params.name }}{{ .Title }}</a></li>{{ end }}{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}`,
  '_default/single.html': `{{ define "main" }}<h1>{{ .Title }}{{ .Params.name }}</h1><p class="lead">{{ .Params.summary }}</p>{{ .Content }}{{ end }}`,
  'offers/single.html': `{{ define "data" }}${sheet}<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Service" "name" .Title "description" .Params.summary "inLanguage" .Lang "url" .Permalink "serviceType" (i18n (printf "enum.type.%s" $d.type)) "availableLanguage" $d.spoken "areaServed" $d.service_area | jsonify | safeJS }}</script>{{ end }}{{ define "main" }}${sheet}{{ $page := . }}<article class="offer"><p>{{ i18n (printf "enum.type.%s" $d.type) }}</p><h1>{{ .Title }}</h1><p class="lead">{{ .Params.summary }}</p><dl class="facts">${[
    fact(
      'offer.facts.audience',
      '{{ range $d.audience.groups }}<p>{{ . }}</p>{{ end }}<p class="fact-note">{{ i18n (printf "enum.access.%s" $d.audience.access) }}</p>',
    ),
    fact(
      'offer.facts.when',
      '<ul class="schedule">{{ range $d.schedule }}<li><span class="schedule-days">{{ range .days }}{{ . }} {{ end }}</span><span class="schedule-time">{{ .from }}–{{ .to }}</span></li>{{ end }}</ul>',
    ),
    fact(
      'offer.facts.where',
      '{{ with site.GetPage (printf "places/%s" $d.place) }}<address><span class="address-name">{{ .Params.name }}</span><span>{{ .Params.street }}</span><span>{{ .Params.postal_code }}</span></address><p class="map-link"><a href="geo:{{ .Params.geo.lat }},{{ .Params.geo.lon }}">{{ i18n "offer.where.map" }}</a></p><p class="fact-note">{{ .Params.directions }}</p>{{ end }}',
    ),
    fact(
      'offer.facts.cost',
      '<p>{{ i18n (printf "enum.cost.%s" $d.cost.kind) }}</p>{{ with .Params.cost }}<p class="fact-note">{{ .note }}</p>{{ end }}',
    ),
    fact('offer.facts.languages', '<ul class="inline-list">{{ range $d.languages }}<li>{{ .code }}</li>{{ end }}</ul>'),
    fact(
      'offer.facts.registration',
      '<p>{{ i18n (printf "enum.registration.%s" $d.registration.kind) }}</p>{{ with .Params.registration }}<p class="fact-note">{{ .note }}</p>{{ end }}',
    ),
    fact('offer.facts.childcare', '<p>{{ i18n (printf "enum.answer.%s" $d.childcare.available) }}</p>'),
    fact('offer.facts.step-free', '{{ i18n (printf "enum.answer.%s" $d.accessibility.step_free) }}'),
    fact('offer.facts.toilet', '{{ i18n (printf "enum.answer.%s" $d.accessibility.toilet) }}'),
    fact(
      'offer.facts.towns',
      '<ul>{{ range $d.service_area }}<li><a href="/{{ $page.Lang }}/towns/{{ . }}/">{{ with site.GetPage (printf "places/%s" .) }}{{ .Params.name }}{{ end }}</a></li>{{ end }}</ul>',
    ),
    fact(
      'offer.facts.organisation',
      '{{ with site.GetPage (printf "organisations/%s" $d.organisation) }}<a href="{{ .RelPermalink }}">{{ .Params.name }}</a>{{ end }}',
    ),
    fact(
      'offer.facts.topics',
      '<ul>{{ range $d.topics }}<li><a href="/{{ $page.Lang }}/topics/{{ . }}/">{{ . }}</a></li>{{ end }}</ul>',
    ),
    fact('offer.facts.reviewed', '<time datetime="{{ $d.reviewed }}">{{ $d.reviewed }}</time>'),
  ].join(
    '',
  )}</dl><section class="contacts">{{ range $d.contacts }}<div class="contact"><p>{{ .role }}</p><p>{{ .hours }}</p><a class="button" href="tel:{{ .phone }}">${icon}{{ .phone }}</a><a href="mailto:{{ .email }}">${icon}{{ .email }}</a></div>{{ end }}</section><section>{{ .Content }}</section>{{ with .Params.required_documents }}<ul>{{ range . }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}{{ with .Params.next_steps }}<ol>{{ range . }}<li>{{ . }}</li>{{ end }}</ol>{{ end }}{{ partialCached (printf "rest-%s" .Lang) . .Lang }}</article><section class="related"><ul class="result-list" role="list">{{ range first 4 (site.RegularPages.Related .) }}{{ partialCached "card" . .RelPermalink }}{{ end }}</ul></section>{{ end }}`,
  'offers/single.calendar.ics': `${sheet}BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Hugo//DE\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\nEND:VTIMEZONE\r\n{{ range $d.schedule }}BEGIN:VEVENT\r\nUID:{{ $sheet.File.ContentBaseName }}@example.org\r\nDTSTAMP:20261122T000000Z\r\nDTSTART;TZID=Europe/Berlin:20261123T{{ replace .from ":" "" }}00\r\nRRULE:FREQ=WEEKLY\r\nSUMMARY:{{ $.Title }}\r\nDESCRIPTION:{{ $.Params.summary }}\r\nURL:{{ $.Permalink }}\r\nEND:VEVENT\r\n{{ end }}END:VCALENDAR\r\n`,
  'offers/single.own.json': `{{ .Params | jsonify }}`,
  'offers/single.hsds.json': `{{ dict "id" (sha1 .File.Path) "name" .Title "description" .RawContent "status" .Params.status "schedules" .Params.schedule "contacts" .Params.contacts "languages" .Params.languages "attributes" .Params.topics "organization" (site.GetPage (printf "organisations/%s" .Params.organisation)).Params "location" (site.GetPage (printf "places/%s" .Params.place)).Params | jsonify }}`,
  'offers/single.oruk.json': `{{ dict "id" (sha1 .File.Path) "name" .Title "description" .RawContent "status" .Params.status "schedules" .Params.schedule "contacts" .Params.contacts "organization" (site.GetPage (printf "organisations/%s" .Params.organisation)).Params | jsonify }}`,
};
