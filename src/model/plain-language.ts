/** Id of the page that says in plain words what the site is and how to use it; it is linked from the start page. */
export const plainLanguagePage = 'leichte-sprache';
