import { judgePairs, type Scheme } from '../../assets/theme-contrast.ts';
import { writeTheme } from '../../assets/theme-from-colour.ts';
import type { DesignData } from '../../views/design-data.ts';

/** Token → value in each scheme. */
export type Tried = DesignData['town'];

export const schemes = ['light', 'dark'] as const satisfies readonly Scheme[];

/**
 * `theme.css` with all that differs from the project's colours. A value for light counts in the dark as well unless the
 * dark has its own: so the project's dark value is repeated where only the light one is changed.
 */
export function themeOf(project: Tried, tried: Tried): string {
  const light = Object.entries(tried.light).filter(([name, value]) => value !== project.light[name]);
  const own = new Map(light);
  const dark = Object.entries(tried.dark).filter(([name, value]) => value !== (own.get(name) ?? project.dark[name]));
  return writeTheme({ light: own, dark: new Map(dark) });
}

/** Style rules that show both schemes beside each other, whatever the reader's own is. */
export const panelRules = (tried: Tried): string =>
  schemes
    .map((scheme) => {
      const values = Object.entries(tried[scheme]).map(([name, value]) => `--${name}:${value}`);
      return `[data-scheme=${scheme}]{color-scheme:${scheme};${values.join(';')}}`;
    })
    .join('\n');

/** The pairs that are too alike, the worst first. */
export function tooAlike(tried: Tried): { scheme: Scheme; text: string; on: string; ratio: number; least: number }[] {
  return schemes
    .flatMap((scheme) =>
      judgePairs(new Map(Object.entries(tried[scheme]))).flatMap(({ text, on, least, ratio }) =>
        ratio !== undefined && ratio < least ? [{ scheme, text, on, ratio, least }] : [],
      ),
    )
    .sort((a, b) => a.ratio - b.ratio);
}
