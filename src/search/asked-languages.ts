/** Offers that are not translated are in German on every page, and everybody knows some words of it. */
export const alsoWritten: readonly string[] = ['de'];
/** Languages in which visitors ask on any page. */
export const alsoAsked: readonly string[] = ['en', 'tr', 'ar', 'fa', 'uk', 'ru'];
