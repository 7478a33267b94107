import { stringify } from 'yaml';
import { themeFromColour, writeTheme } from '../../assets/theme-from-colour.ts';
import { toId } from '../../content/similar.ts';
import { contentVersion } from '../../migrations/migrations.ts';

/** What a town must say of itself before there is a site. */
export interface Beginning {
  readonly name: string;
  readonly kind: 'town' | 'district';
  /** Official key: eight digits for a town, five for a district. */
  readonly ags: string;
  readonly publisher: string;
  readonly phone?: string;
  readonly email?: string;
  readonly languages: readonly string[];
  readonly url?: string;
  readonly repository?: string;
  /** `#rrggbb`. */
  readonly colour?: string;
}

const forges = [
  [/github\.com/, 'github'],
  [/gitlab|opencode\.de/, 'gitlab'],
] as const;

/** Which forge an address belongs to, as far as it tells; a town's own server most often runs Forgejo. */
const forgeOf = (url: string): string => forges.find(([pattern]) => pattern.test(url))?.[1] ?? 'forgejo';

function site({ name, publisher, phone, email, languages, url, repository, ...rest }: Beginning, id: string): string {
  const head = '# Einstellungen der Website. Was es alles gibt: docs/de/felder.md\n';
  return (
    head +
    stringify({
      title: { de: `Angebote in ${name}` },
      languages: [...languages],
      source_language: 'de',
      region: id,
      ...(url === undefined ? {} : { url }),
      publisher: {
        name: publisher,
        ...(phone === undefined ? {} : { phone }),
        ...(email === undefined ? {} : { email }),
      },
      ...(repository === undefined && email === undefined
        ? {}
        : {
            hand_in: {
              ...(repository === undefined ? {} : { repository: { kind: forgeOf(repository), url: repository } }),
              ...(email === undefined ? {} : { email }),
            },
          }),
      content_version: contentVersion,
    }) +
    (rest.kind === 'district'
      ? '# Schulferien: Angebote mit „school_holidays: no“ fallen dann aus.\n# school_holidays:\n#   - { name: Sommerferien 2027, from: 2027-07-19, until: 2027-08-31 }\n'
      : '')
  );
}

const page = (title: string, summary: string, order: number, body: string): string =>
  `---\n${stringify({ title, summary, menu: 'footer', order, placeholder: true })}---\n\n${body}\n`;

function pages({ publisher, phone, email }: Beginning): Record<string, string> {
  const reach = [
    ...(phone === undefined
      ? ['- Telefon: [eintragen]']
      : [`- Telefon: [${phone}](tel:${phone.replaceAll(/[^+\d]/g, '')})`]),
    ...(email === undefined ? ['- E-Mail: [eintragen]'] : [`- E-Mail: [${email}](mailto:${email})`]),
  ].join('\n');
  const pattern =
    '**Diese Seite ist ein Muster. Was in eckigen Klammern steht, fehlt noch. Danach die Zeile „placeholder: true“ löschen.**';
  return {
    impressum: page(
      'Impressum',
      'Wer diese Website herausgibt und wer für die Inhalte verantwortlich ist.',
      10,
      `${pattern}\n\n## Angaben nach § 5 Digitale-Dienste-Gesetz\n\n${publisher}\\\n[Straße und Hausnummer]\\\n[Postleitzahl und Ort]\n\nVertreten durch: [Name und Amt]\n\n${reach}\n- Zuständige Aufsichtsbehörde: [eintragen]\n- Umsatzsteuer-Identifikationsnummer: [eintragen, wenn vorhanden]\n\n## Verantwortlich für den Inhalt\n\n[Name und Anschrift nach § 18 Absatz 2 Medienstaatsvertrag]`,
    ),
    datenschutz: page(
      'Datenschutz',
      'Welche Daten beim Besuch dieser Website entstehen und was mit ihnen geschieht.',
      20,
      `${pattern}\n\n## Wer verantwortlich ist\n\n${publisher}\n\n${reach}\n- Datenschutzbeauftragte Person: [eintragen]\n\n## Was diese Website nicht tut\n\nSie setzt keine Cookies. Sie lädt nichts von anderen Anbietern. Sie zählt keine Besuche. Was Sie suchen, rechnet Ihr eigenes Gerät aus.\n\n## Was auf Ihrem Gerät bleibt\n\nNur was Sie selbst wollen: Merkliste, Schriftgröße, gespeicherte Seiten, Entwurf eines Datenblatts. Sie können es dort jederzeit löschen. Ihr Standort wird nur auf Ihrem Gerät benutzt, wenn Sie es erlauben, und nicht gespeichert. Beim Vorlesen spricht Ihr Gerät selbst.\n\n## Was der Webserver aufschreibt\n\n[Anbieter des Webspace, welche Angaben er aufschreibt, wie lange, auf welcher Rechtsgrundlage]\n\n## Namen von Menschen\n\nEin Name steht hier nur, wenn die Person eingewilligt hat. Sie kann die Einwilligung jederzeit zurückziehen: [an wen].\n\n## Ihre Rechte\n\nAuskunft, Berichtigung, Löschung, Einschränkung, Widerspruch, Beschwerde bei [Aufsichtsbehörde].`,
    ),
  };
}

/** The files of a town's own content folder, by their paths in it; a site that can be built, with nothing invented. */
export function firstContent(beginning: Beginning): Readonly<Record<string, string>> {
  const { name, kind, ags, colour } = beginning;
  const id = toId(name) || 'kommune';
  return {
    'site.yml': site(beginning, id),
    [`places/${id}.md`]: `---\n${stringify({ name, kind, ags })}---\n`,
    ...Object.fromEntries(Object.entries(pages(beginning)).map(([key, text]) => [`pages/de/${key}.md`, text])),
    ...(colour === undefined ? {} : { 'theme/theme.css': writeTheme(themeFromColour(colour)) }),
  };
}
