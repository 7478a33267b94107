import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VNode } from 'preact';
import { coloursInEach, judgePairs, type Colours, type Scheme } from '../../assets/theme-contrast.ts';
import { DataBlock } from '../../views/components/document/data-block.tsx';
import { Document } from '../../views/components/document/document.tsx';
import { LinkChips } from '../../views/components/link-chips/link-chips.tsx';
import { Notice } from '../../views/components/notice/notice.tsx';
import { OfferCard } from '../../views/components/offer-card/offer-card.tsx';
import { PageHeading } from '../../views/components/page-heading/page-heading.tsx';
import type { DesignData } from '../../views/design-data.ts';
import type { PageContext } from '../../views/page-context.ts';
import { colourTokens, colourWords, sizeWords } from './token-words.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../views/styles/tokens.css'), 'utf8');

const schemes = [
  ['light', 'hell'],
  ['dark', 'dunkel'],
] as const satisfies ReadonlyArray<readonly [Scheme, string]>;

export interface DesignPageProps {
  readonly page: PageContext;
  /** The town's own `theme.css`; empty where there is none. */
  readonly theme: string;
}

/** All tokens with their values, what they look like and how well they can be read; with a script to try others. */
export function DesignPage({ page, theme }: DesignPageProps): VNode {
  const colours = coloursInEach(tokens, theme);
  const { light, dark } = coloursInEach(tokens, '');
  const entries = (all: Colours): Record<string, string> =>
    Object.fromEntries(colourTokens.map((name) => [name, all.get(name) ?? '']));
  const data: DesignData = {
    project: { light: entries(light), dark: entries(dark) },
    town: { light: entries(colours.light), dark: entries(colours.dark) },
    groups: colourWords,
  };
  return (
    <Document page={page} neutral hidden title="Gestaltung" styles={['design.css']} scripts={['design.js']}>
      <div class="wrap design" lang="de" dir="ltr">
        <PageHeading
          title={{ value: 'Gestaltung' }}
          lead={{
            value:
              'Alle Farben und Maße mit ihren Namen. Probieren Sie andere aus und kopieren Sie das Ergebnis nach content/theme/theme.css.',
          }}
        />
        <p>
          Diese Seite gibt es nur bei <code>npm start</code>, nicht auf der fertigen Website. Alle Bausteine zeigt die{' '}
          <a href={`${page.root}galerie/`}>Galerie</a>.
        </p>

        <h2>Ausprobieren</h2>
        <div class="design-try">
          <div id="design-app">
            <p>Zum Ausprobieren wird JavaScript gebraucht.</p>
          </div>
          <div class="design-panels">
            {schemes.map(([scheme, name]) => (
              <section key={scheme} class="design-panel" data-scheme={scheme} aria-label={`Ansicht ${name}`}>
                <Sample page={page} name={name} />
              </section>
            ))}
          </div>
        </div>

        <h2>Farben</h2>
        {colourWords.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <table class="design-table">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">wofür</th>
                  <th scope="col">hell</th>
                  <th scope="col">dunkel</th>
                </tr>
              </thead>
              <tbody>
                {group.colours.map(([name, purpose]) => (
                  <tr key={name}>
                    <th scope="row">
                      <code>--{name}</code>
                    </th>
                    <td>{purpose}</td>
                    {schemes.map(([scheme]) => (
                      <td key={scheme}>
                        <Swatch colour={colours[scheme].get(name) ?? ''} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}

        <h2>Kontrast</h2>
        <p>
          Diese Paare treffen auf den Seiten zusammen. Für Schrift ist ein Kontrast von 4,5 nötig, für Ränder und Rahmen
          3 (WCAG 2.2, BITV 2.0).
        </p>
        <table class="design-table">
          <thead>
            <tr>
              <th scope="col">Schrift oder Rand</th>
              <th scope="col">auf</th>
              <th scope="col">nötig</th>
              <th scope="col">hell</th>
              <th scope="col">dunkel</th>
            </tr>
          </thead>
          <tbody>
            {judgePairs(colours.light).map(({ text, on, least, ratio }, index) => (
              <tr key={`${text} ${on}`}>
                <th scope="row">
                  <code>--{text}</code>
                </th>
                <td>
                  <code>--{on}</code>
                </td>
                <td>{formatRatio(least)}</td>
                <td>
                  <Verdict ratio={ratio} least={least} />
                </td>
                <td>
                  <Verdict ratio={judgePairs(colours.dark)[index]?.ratio} least={least} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>

        <h2>Schrift</h2>
        <dl class="design-type">
          {sizeWords.type.map(([name, purpose]) => (
            <div key={name}>
              <dt>
                <code>--{name}</code> {purpose}
              </dt>
              <dd class={`design-${name}`}>Willkommen in unserer Stadt</dd>
            </div>
          ))}
        </dl>

        <h2>Abstände</h2>
        <ul class="design-sizes" role="list">
          {sizeWords.space.map((name) => (
            <li key={name}>
              <code>--{name}</code> <span class={`design-bar design-${name}`} />
            </li>
          ))}
        </ul>

        <h2>Ecken</h2>
        <ul class="design-sizes" role="list">
          {sizeWords.radius.map(([name, purpose]) => (
            <li key={name}>
              <code>--{name}</code> <span class={`design-corner design-${name}`} /> {purpose}
            </li>
          ))}
        </ul>
        <DataBlock type="application/json" id="design-data" data={data} />
      </div>
    </Document>
  );
}

/** A picture, not a style: pages allow no styles inside them. */
function Swatch({ colour }: { readonly colour: string }): VNode {
  return (
    <span class="design-swatch">
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <rect width="24" height="24" rx="5" fill={colour === '' ? 'none' : colour} />
      </svg>
      <code>{colour}</code>
    </span>
  );
}

function Verdict({ ratio, least }: { readonly ratio: number | undefined; readonly least: number }): VNode {
  if (ratio === undefined) return <span>nicht zu prüfen</span>;
  const enough = ratio >= least;
  return (
    <span class={enough ? undefined : 'design-bad'}>{`${formatRatio(ratio)} ${enough ? '✓' : '– zu wenig'}`}</span>
  );
}

const formatRatio = (ratio: number): string => (Math.floor(ratio * 10) / 10).toLocaleString('de');

/** What readers see most: head, text, cards, buttons, notices. */
function Sample({ page, name }: { readonly page: PageContext; readonly name: string }): VNode {
  const { t } = page;
  return (
    <>
      <div class="design-head">
        <strong>{page.site.title}</strong> <span>{name}</span>
      </div>
      <div class="design-body">
        <p>
          Text mit einem <a href="#design-app">Link</a> und <mark>gefundenen Wörtern</mark>.{' '}
          <span class="label">Kleine Schrift.</span>
        </p>
        <p class="design-row">
          <span class="button">Knopf</span> <span class="button button-second">zweiter Knopf</span>
        </p>
        <OfferCard
          level={3}
          card={{
            href: '#design-app',
            title: { value: 'Sprachcafé am Hafen' },
            summary: { value: 'Deutsch sprechen bei Kaffee und Kuchen.' },
            kind: t('enum.type.meeting-point'),
            when: 'Dienstag, 16:00–18:00 Uhr',
          }}
        />
        <LinkChips links={[{ href: '#design-app', label: { value: 'Brinkenau' } }]} />
        <Notice tone="note" title="Dieser Text ist noch nicht übersetzt." />
        <Notice tone="wait" title="Macht gerade Pause" />
        <Notice tone="stop" title="Gibt es nicht mehr" />
      </div>
    </>
  );
}
