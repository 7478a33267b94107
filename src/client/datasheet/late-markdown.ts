import type * as Markdown from '../../content/markdown.ts';

let loaded: Pick<typeof Markdown, 'findInMarkdown'> | undefined;

/** From here on, descriptions are looked through as well. */
export const useMarkdown = (markdown: NonNullable<typeof loaded>): void => {
  loaded = markdown;
};

/**
 * Stands in the rules of the form for `content/markdown.ts`, which is a quarter of all that the form loads and needed
 * only once there is a description.
 */
export const findInMarkdown: typeof Markdown.findInMarkdown = (text) => loaded?.findInMarkdown(text) ?? [];
