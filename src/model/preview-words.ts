/** What stands on the picture that represents a page where it is passed on. */
export interface PreviewWords {
  readonly title: string;
  /** Where the title is in another language than the page. */
  readonly titleDir?: 'ltr' | 'rtl';
  /** One line under the title: kind and town of an offer. */
  readonly line?: string;
  /** Name of the site, where the title is not that already. */
  readonly site?: string;
  readonly dir: 'ltr' | 'rtl';
}
