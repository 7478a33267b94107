/** Two tokens that meet on a page, and how much they must differ (WCAG 2.2, 1.4.3 and 1.4.11). */
export interface Pair {
  readonly text: string;
  readonly on: string;
  readonly least: 4.5 | 3;
}

const pairs: readonly Pair[] = [
  ...['paper', 'surface', 'sand', 'tint', 'highlight'].map((on) => ({ text: 'ink', on, least: 4.5 as const })),
  ...['paper', 'surface', 'sand'].map((on) => ({ text: 'ink-soft', on, least: 4.5 as const })),
  ...['paper', 'surface', 'sand', 'tint'].map((on) => ({ text: 'link', on, least: 4.5 as const })),
  { text: 'on-action', on: 'action', least: 4.5 },
  { text: 'on-action', on: 'action-strong', least: 4.5 },
  { text: 'on-deep', on: 'deep', least: 4.5 },
  { text: 'on-deep', on: 'deep-raised', least: 4.5 },
  { text: 'on-deep-soft', on: 'deep', least: 4.5 },
  { text: 'on-amber', on: 'amber', least: 4.5 },
  { text: 'wait-ink', on: 'wait', least: 4.5 },
  { text: 'stop-ink', on: 'stop', least: 4.5 },
  { text: 'control', on: 'surface', least: 3 },
  { text: 'focus', on: 'paper', least: 3 },
  { text: 'focus', on: 'surface', least: 3 },
];

export type Scheme = 'light' | 'dark';

export interface ContrastProblem {
  readonly scheme: Scheme;
  readonly text: string;
  readonly on: string;
  /** Undefined where a colour is written in a way that cannot be judged here. */
  readonly ratio?: number;
  readonly least: number;
}

export type Colours = ReadonlyMap<string, string>;

const withoutComments = (css: string): string => css.replaceAll(/\/\*[\s\S]*?\*\//g, '');

/** The custom properties of `:root` in each colour scheme. */
function coloursOf(css: string): Record<Scheme, Colours> {
  const plain = withoutComments(css);
  const dark: string[] = [];
  const light = plain.replaceAll(
    /@media[^{]*prefers-color-scheme:\s*dark[^{]*\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g,
    (_, inner: string) => {
      dark.push(inner);
      return '';
    },
  );
  const read = (text: string): Map<string, string> =>
    new Map(
      [...text.matchAll(/:root[^{]*\{([^}]*)\}/g)].flatMap(([, body = '']) =>
        [...body.matchAll(/--([a-z0-9-]+)\s*:\s*([^;]+)/g)].map(
          ([, name = '', value = '']) => [name, value.trim()] as const,
        ),
      ),
    );
  return { light: read(light), dark: read(dark.join('\n')) };
}

type Rgb = readonly [red: number, green: number, blue: number];

/** `#rgb`, `#rrggbb` or `rgb(…)`; undefined for anything else, such as half-transparent colours. */
function parseColour(value: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  if (short) return [1, 2, 3].map((index) => Number.parseInt(short[index]!.repeat(2), 16)) as unknown as Rgb;
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(value);
  if (long) return [1, 2, 3].map((index) => Number.parseInt(long[index]!, 16)) as unknown as Rgb;
  const words: Readonly<Record<string, Rgb>> = { white: [255, 255, 255], black: [0, 0, 0] };
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/i.exec(value);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : words[value.toLowerCase()];
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How much two colours differ, from 1 to 21; undefined where one cannot be read. */
export function contrast(one: string, other: string): number | undefined {
  const [a, b] = [parseColour(one), parseColour(other)];
  if (!a || !b) return undefined;
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** The light colours of the site as `#rrggbb` by the name of their token; undefined where one cannot be read. */
export function coloursOfTheme(tokens: string, theme: string): (name: string) => string | undefined {
  const colours = new Map([...coloursOf(tokens).light, ...coloursOf(theme).light]);
  return (name) => {
    const colour = parseColour(valueIn(colours, name));
    return colour && `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
}

/** The value of a token that may name another one. */
function valueIn(colours: Colours, name: string, depth = 0): string {
  const value = colours.get(name) ?? '';
  const [, other] = /^var\(\s*--([a-z0-9-]+)\s*\)$/.exec(value) ?? [];
  return other === undefined || depth > 5 ? value : valueIn(colours, other, depth + 1);
}

/** Every token with the value that counts in each scheme: what a town's theme says comes last. */
export function coloursInEach(tokens: string, theme: string): Record<Scheme, Colours> {
  const [ours, theirs] = [coloursOf(tokens), coloursOf(theme)];
  const resolved = (colours: Colours): Colours =>
    new Map(Array.from(colours.keys(), (name) => [name, valueIn(colours, name)]));
  return {
    light: resolved(new Map([...ours.light, ...theirs.light])),
    // What the theme says for light counts in the dark as well, unless it says otherwise there.
    dark: resolved(new Map([...ours.light, ...ours.dark, ...theirs.light, ...theirs.dark])),
  };
}

/** Every pair that meets on a page, with how much its colours differ in a scheme. */
export function judgePairs(colours: Colours): readonly (Pair & { readonly ratio: number | undefined })[] {
  return pairs.map((pair) => ({ ...pair, ratio: contrast(colours.get(pair.text) ?? '', colours.get(pair.on) ?? '') }));
}

/**
 * Where a town's own colours are too alike to be read.
 * @param tokens the project's tokens @param theme the town's `theme.css`
 */
export function themeContrast(tokens: string, theme: string): ContrastProblem[] {
  const colours = coloursInEach(tokens, theme);
  return (['light', 'dark'] as const).flatMap((scheme) =>
    judgePairs(colours[scheme]).flatMap(({ text, on, least, ratio }): ContrastProblem[] => {
      if (ratio === undefined) return [{ scheme, text, on, least }];
      return ratio < least ? [{ scheme, text, on, ratio, least }] : [];
    }),
  );
}
