import type { IsoDate } from '../../model/diagnostic.ts';
import type { Site } from '../../model/schema.generated.ts';

export interface MailDraft {
  readonly to: string;
  readonly organisation: string;
  readonly publisher: Site['publisher'];
  readonly date: IsoDate;
  readonly siteUrl: string | undefined;
  readonly basePath: string;
  readonly offers: readonly { readonly id: string; readonly title: string; readonly reviewed: IsoDate }[];
}

/** A header that holds text: encoded as in RFC 2047, in pieces that fit, so that no text can begin another header. */
function header(name: string, text: string): string {
  const pieces: string[] = [];
  let piece = '';
  for (const char of text.replace(/\s+/g, ' ')) {
    if (Buffer.byteLength(piece + char, 'utf8') > 42) {
      pieces.push(piece);
      piece = '';
    }
    piece += char;
  }
  pieces.push(piece);
  const words = pieces.map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`);
  return `${name}: ${words.join('\r\n ')}`;
}

const longDate = (date: IsoDate, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));

/** One line each: a title must not look like a second mail. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

function letter({ organisation, publisher, siteUrl, basePath, offers }: MailDraft): string {
  const address = (id: string, lang: string): string =>
    siteUrl === undefined ? '' : `\n  ${siteUrl.replace(/\/$/, '')}${basePath}${lang}/angebote/${id}/`;
  const list = (lang: string, locale: string, reviewed: (date: string) => string): string =>
    offers
      .map(
        (offer) =>
          `- ${oneLine(offer.title)} (${reviewed(longDate(offer.reviewed, locale))})${address(offer.id, lang)}`,
      )
      .join('\n');
  const from = [publisher.name, publisher.phone, publisher.email].filter(Boolean).join('\n');
  return `[English below]

Guten Tag,

diese Angebote von ${oneLine(organisation)} stehen auf unserer Website für Zugewanderte. Wir haben länger nicht gefragt, ob noch alles stimmt:

${list('de', 'de-DE', (date) => `zuletzt geprüft am ${date}`)}

Bitte sehen Sie nach: Zeiten, Ort, Telefonnummer, Kosten, Sprachen. Antworten Sie dann auf diese Mail mit „stimmt“, mit den Änderungen oder mit „gibt es nicht mehr“. Ein Satz genügt.

Vielen Dank!

${from}

--------------------------------------------------

Hello,

these offers by ${oneLine(organisation)} are on our website for newcomers. We have not asked for some time whether everything is still true:

${list('en', 'en-GB', (date) => `last reviewed on ${date}`)}

Please have a look: times, place, telephone number, cost, languages. Then answer this mail with “correct”, with the changes, or with “does not exist any more”. One sentence is enough.

Thank you!

${from}
`;
}

/** A mail as a file (RFC 5322) that mail programs open for editing (`X-Unsent`). It is never sent from here. */
export function writeMailDraft(draft: MailDraft): string {
  const body = Buffer.from(letter(draft).replaceAll('\n', '\r\n'), 'utf8').toString('base64');
  const count = draft.offers.length;
  return [
    'X-Unsent: 1',
    `To: ${draft.to.replace(/[\s\p{Cc}<>,]/gu, '')}`,
    header('Subject', `Stimmt noch alles? Is everything still correct? (${count})`),
    ...(draft.publisher.email === undefined
      ? []
      : [`Reply-To: ${draft.publisher.email.replace(/[\s\p{Cc}<>,]/gu, '')}`]),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(body.match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n');
}
