/** What the description needs: its rules, and how the page will show it. */
export { findInMarkdown, renderMarkdown } from '../content/markdown.ts';
