import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { Extension } from '../../../src/extension.ts';
import { Fragment, h } from '../../../src/extension.ts';
import { prepareExport } from '../../../src/exports/exporting.ts';
import { ExtensionFailed } from '../../../src/extensions/extension-problem.ts';
import { ownExports } from '../../../src/extensions/own-exports.ts';
import { ownPartsOf } from '../../../src/extensions/own-parts.ts';
import { safeMarkup } from '../../../src/extensions/safe-markup.ts';
import { makeModel, makeOffer, makePage } from '../pages/small-catalogue.ts';

const shown = (markup: ComponentChildren): string =>
  renderToString(<Fragment>{safeMarkup(markup, '/base/media/')}</Fragment>);

describe('the markup of a slot', () => {
  test('is shown with everything escaped, components and lists included', () => {
    const Line = ({ text }: { readonly text: string }) => <li title={text}>{text}</li>;
    expect(
      shown(
        <>
          <ul>
            {['<script>', 'b'].map((text) => (
              <Line key={text} text={text} />
            ))}
          </ul>
          {false}
          {7}
          <a href="https://example.org/?a=1&b=2" rel="noopener">
            Weiter
          </a>
          <img src="/base/media/bild.webp" alt="" width={10} />
        </>,
      ),
    ).toBe(
      '<ul><li title="&lt;script>">&lt;script></li><li title="b">b</li></ul>7<a href="https://example.org/?a=1&amp;b=2" rel="noopener">Weiter</a><img src="/base/media/bild.webp" alt width="10"/>',
    );
  });

  test.each<readonly [string, () => ComponentChildren]>([
    ['raw HTML', () => h('p', { dangerouslySetInnerHTML: { __html: '<b>x</b>' } })],
    ['a script', () => h('script', { src: '/x.js' })],
    ['a style', () => h('style', {}, 'p{}')],
    ['a style attribute', () => h('p', { style: 'color:red' })],
    ['a style object', () => h('p', { style: { color: 'red' } })],
    ['a handler', () => h('p', { onClick: () => {} })],
    ['a handler in words', () => h('p', { onclick: 'alert(1)' })],
    ['a frame', () => h('iframe', { src: 'https://example.org' })],
    ['a form', () => h('form', { action: 'https://example.org' })],
    ['a link that runs', () => h('a', { href: 'javascript:alert(1)' })],
    ['a picture from elsewhere', () => h('img', { src: 'https://example.org/p.png' })],
    ['a picture above its folder', () => h('img', { src: '/base/media/../x.png' })],
    ['an object that is no element', () => ({ type: 'p', props: {} })],
    [
      'itself for ever',
      () =>
        h(function Again(): ComponentChildren {
          return h(Again, {});
        }, {}),
    ],
  ])('holds no %s', (_, markup) => {
    expect(() => shown(markup())).toThrow(/./);
  });
});

describe('what goes wrong while pages are made', () => {
  const model = makeModel([makeOffer('sprachcafe')]);
  const partsFor = (extension: Extension, onSlow = () => {}, slow = 10) =>
    ownPartsOf(extension, model.catalogue, onSlow, slow)(makePage(model, 'de', 'angebote/'));
  const failure = (run: () => unknown): string => {
    try {
      run();
    } catch (error) {
      expect(error).toBeInstanceOf(ExtensionFailed);
      const { problem } = error as ExtensionFailed;
      expect(problem).toMatchObject({ file: 'extensions.ts', code: 'extension-broken', severity: 'error' });
      return problem.words!.de.message;
    }
    throw new Error('Nothing was thrown');
  };

  test('names the slot and the page', () => {
    const parts = partsFor({
      slots: {
        footer() {
          throw new Error('no sun');
        },
        start: () => h('script', {}),
      },
    });
    expect(failure(() => parts.fill('footer'))).toContain('`slots.footer` gescheitert: Error: no sun (de/angebote/)');
    expect(failure(() => parts.fill('start'))).toContain('MarkupRefused: <script> (de/angebote/)');
    expect(parts.fill('offer')).toBeNull();
  });

  test('names a file that is none', () => {
    const exporting = prepareExport(model.catalogue, { basePath: '/' });
    const files = ownExports(
      {
        exports: [
          { path: 'a.csv', text: { de: 'A' }, make: () => 7 as unknown as string },
          { path: 'b.csv', text: { de: 'B' }, make: () => Promise.resolve('') as unknown as string },
          { path: 'c.csv', text: { de: 'C' }, make: ({ offers }) => offers.map(({ id }) => id.at(99)!.length).join() },
          { path: 'd/d.csv', text: { de: 'D' }, make: ({ offers }) => `${offers.length > 0}` },
        ],
      },
      exporting,
    );
    expect(files.map(({ path }) => path)).toEqual([
      'data/own/a.csv',
      'data/own/b.csv',
      'data/own/c.csv',
      'data/own/d/d.csv',
    ]);
    expect(failure(files[0]!.make)).toContain('`exports[0] (a.csv)`');
    expect(failure(files[1]!.make)).toContain('`exports[1] (b.csv)`');
    expect(failure(files[2]!.make)).toContain('`exports[2] (c.csv)` gescheitert: TypeError');
    expect(files[3]!.make()).toBe('true');
  });

  test('says once that a slot is slow', () => {
    const said: string[] = [];
    const parts = ownPartsOf(
      { slots: { footer: () => 'x' } },
      model.catalogue,
      ({ words }) => said.push(words!.en.message),
      0.000_000_1,
    )(makePage(model, 'de'));
    for (let time = 0; time < 3; time += 1) parts.fill('footer');
    expect(said).toEqual([expect.stringContaining('at `slots.footer`')]);
  });
});
