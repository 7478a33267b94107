// Generated from src/i18n/texts/ by `npm run generate`. Do not edit.

export interface MessageArguments {
  /** First link of every page, for keyboard and screen reader users */
  'app.skip-to-content': Record<never, never>;
}
