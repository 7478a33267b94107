import { contrast, type Scheme } from './theme-contrast.ts';

/** Token → value, as a town's `theme.css` says it for each scheme. */
export type OwnColours = Readonly<Record<Scheme, ReadonlyMap<string, string>>>;

/** The paper of the light scheme and of the dark one, on which a colour of the town must be read. */
const papers = { light: '#faf6ee', dark: '#0c1e24' } as const;

/** The same hue, darker or lighter until it can be read on a background (4.5 : 1). */
function readable(colour: string, on: string, towards: 0 | 255): string {
  const parts = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  for (let step = 0; step <= 20; step += 1) {
    const mixed = `#${parts
      .map((part) =>
        Math.round(part + ((towards - part) * step) / 20)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
    if ((contrast(mixed, on) ?? 21) >= 4.5) return mixed;
  }
  return towards === 0 ? '#000000' : '#ffffff';
}

/** Colours that can be read, made from one of the town's (`#rrggbb`). */
export function themeFromColour(colour: string): OwnColours {
  const light = readable(readable(colour, papers.light, 0), '#f1eadc', 0);
  const stronger = readable(light, '#b0b0b0', 0);
  const dark = readable(readable(colour, papers.dark, 255), '#1c3c46', 255);
  const brighter = readable(dark, '#4a4a4a', 255);
  return {
    light: new Map([
      ['link', light],
      ['link-strong', stronger],
      ['action', light],
      ['action-strong', stronger],
      ['on-action', '#ffffff'],
      ['deep', stronger],
      ['deep-raised', light],
    ]),
    dark: new Map([
      ['link', dark],
      ['link-strong', brighter],
      ['action', dark],
      ['action-strong', brighter],
      ['on-action', '#0c1e24'],
    ]),
  };
}

/** `theme.css` with these values. */
export function writeTheme({ light, dark }: OwnColours): string {
  const lines = (values: ReadonlyMap<string, string>, indent: string): string =>
    Array.from(values, ([name, value]) => `${indent}--${name}: ${value};\n`).join('');
  const head =
    '/* Eigene Farben. Was sie bedeuten: docs/de/gestaltung.md; npm run check prüft, ob man sie lesen kann. */\n';
  const inLight = light.size === 0 ? '' : `:root {\n${lines(light, '  ')}}\n`;
  const inDark =
    dark.size === 0 ? '' : `\n@media (prefers-color-scheme: dark) {\n  :root {\n${lines(dark, '    ')}  }\n}\n`;
  return head + inLight + inDark;
}
