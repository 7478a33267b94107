import type { VNode } from 'preact';
import type { PageContext } from './page-context.ts';

/** The examples of one component, by name; each is drawn in the language of the page it stands on. */
export interface ExampleSet {
  readonly component: string;
  readonly examples: Readonly<Record<string, (page: PageContext) => VNode>>;
}

export const exampleSets: readonly ExampleSet[] = [];
