import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { themeFromColour } from '../../assets/theme-from-colour.ts';
import type { DesignData } from '../../views/design-data.ts';
import { panelRules, schemes, themeOf, tooAlike, type Tried } from './tried-theme.ts';

const schemeWords = { light: 'hell', dark: 'dunkel' } as const;

export interface DesignAppProps {
  readonly data: DesignData;
  /** Puts style rules on the page. */
  readonly show: (css: string) => void;
}

/** Six digits, as the browser's colour field wants them; black where a colour is written in another way. */
function asField(value: string): string {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(value);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  return /^#[0-9a-f]{6}$/i.test(value) ? value : '#000000';
}

/** Tries colours: one for all, or each by itself; says what cannot be read, and gives the style sheet to copy. */
export function DesignApp({ data, show }: DesignAppProps): VNode {
  const [tried, setTried] = useState<Tried>(data.town);
  const [copied, setCopied] = useState(false);
  useEffect(() => show(panelRules(tried)), [tried]);
  const css = themeOf(data.project, tried);
  const problems = tooAlike(tried);

  const change = (next: Tried): void => {
    setTried(next);
    setCopied(false);
  };
  const changeOne = (scheme: 'light' | 'dark', name: string, value: string): void =>
    change({ ...tried, [scheme]: { ...tried[scheme], [name]: value } });
  const changeAll = (colour: string): void => {
    const made = themeFromColour(colour);
    change({
      light: { ...data.project.light, ...Object.fromEntries(made.light) },
      // The head of the page has its colour from the light scheme, unless the dark one has its own.
      dark: {
        ...data.project.dark,
        ...Object.fromEntries([...made.light].filter(([name]) => name.startsWith('deep'))),
        ...Object.fromEntries(made.dark),
      },
    });
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(css);
    setCopied(true);
  };

  return (
    <>
      <div class="design-one">
        <label>
          Eine Farbe Ihrer Kommune
          <input
            type="color"
            value={asField(tried.light['action'] ?? '')}
            onInput={(event) => changeAll(event.currentTarget.value)}
          />
        </label>
        <button type="button" class="button button-second" onClick={() => change(data.project)}>
          Farben des Projekts
        </button>
      </div>
      {data.groups.map(({ title, colours }) => (
        <details key={title}>
          <summary>{title}</summary>
          {colours.map(([name, purpose]) => (
            <div key={name} class="design-colour">
              <span>
                {purpose} <code>--{name}</code>
              </span>
              {schemes.map((scheme) => (
                <input
                  key={scheme}
                  type="color"
                  aria-label={`${purpose}, ${schemeWords[scheme]}`}
                  value={asField(tried[scheme][name] ?? '')}
                  onInput={(event) => changeOne(scheme, name, event.currentTarget.value)}
                />
              ))}
            </div>
          ))}
        </details>
      ))}
      <div role="status">
        {problems.length === 0 ? (
          <p>Alles ist gut zu lesen.</p>
        ) : (
          <>
            <p class="design-bad">Schlecht zu lesen:</p>
            <ul>
              {problems.slice(0, 6).map(({ scheme, text, on, ratio, least }) => (
                <li key={`${scheme} ${text} ${on}`}>
                  <code>--{text}</code> auf <code>--{on}</code> ({schemeWords[scheme]}):{' '}
                  {(Math.floor(ratio * 10) / 10).toLocaleString('de')} statt {least.toLocaleString('de')}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <label>
        content/theme/theme.css
        <textarea class="design-result" readOnly value={css} spellcheck={false} />
      </label>
      <p>
        <button type="button" class="button" onClick={() => void copy()}>
          Kopieren
        </button>{' '}
        <span role="status">{copied ? 'Kopiert.' : ''}</span>
      </p>
    </>
  );
}
