import type { PageContext } from '../views/page-context.ts';
import { wholeAddress } from '../views/whole-address.ts';
import type { SiteModel } from './site-model.ts';

/**
 * The address of a mail that says what is wrong with an offer. It goes to the town, which knows whom to ask; where the
 * town has no address, to the organisation.
 */
export function feedbackMail(id: string, title: string, model: SiteModel, page: PageContext): string | undefined {
  const { site, offers, organisations } = model.catalogue;
  const organisation = organisations.get(offers.get(id)?.data.organisation ?? '');
  const to =
    site.hand_in?.email ??
    site.publisher.email ??
    organisation?.data.contacts?.find(({ email, person }) => email !== undefined && person === undefined)?.email;
  if (to === undefined) return undefined;
  const address = page.site.url === undefined ? id : wholeAddress(page.link(page.path), page.site.url);
  const subject = encodeURIComponent(page.t('feedback.mail.subject', { title }));
  const body = encodeURIComponent(`\r\n\r\n\r\n${title}\r\n${address}\r\n`);
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${subject}&body=${question(page.t('feedback.mail.body'))}${body}`;
}

const questions = new Map<string, string>();

/** The same in each mail of a language, and long where each letter becomes six. */
function question(text: string): string {
  let encoded = questions.get(text);
  if (encoded === undefined) questions.set(text, (encoded = encodeURIComponent(text)));
  return encoded;
}
