import fc from 'fast-check';
import { Component, Fragment, h, type ComponentChildren, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { asMade, MadeMarkup } from '../../../src/views/made-markup.ts';
import { renderMarkup, renderPieces } from '../../../src/views/render-markup.ts';
import { anyText } from '../../support/any-text.ts';

const sameAsPreact = (tree: VNode): void => {
  expect(renderMarkup(tree)).toBe(renderToString(tree));
  const pieces = renderPieces(tree, '').map((piece) => (typeof piece === 'string' ? piece : piece.text));
  expect(pieces.join('')).toBe(renderToString(tree));
};

const Frame = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }): VNode => (
  <section aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

test('a page of everything that pages are made of is what Preact makes of it', () => {
  sameAsPreact(
    <html lang="de" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'" />
        <link rel="preload" href="/a?b&c" as="font" crossorigin="anonymous" />
        <script type="module" src="/a.js" />
        <script type="application/json" dangerouslySetInnerHTML={{ __html: '{"a":"\\u003c"}' }} />
      </head>
      <body>
        <Frame title={'"Kurse" & <mehr>'}>
          <svg class="icon" viewBox="0 0 24 24" preserveAspectRatio="none" aria-hidden="true">
            <path d="M5 12h14" strokeWidth={2} strokeLinecap="round" />
            <foreignObject>
              <input type="text" tabIndex={-1} autoComplete="off" maxLength={3} disabled readOnly={false} value="" />
            </foreignObject>
          </svg>
          {['eins', 2, null, undefined, false, true, '', ['drei', <b key="b">vier</b>]]}
          <>
            <br />
            <img src="data:image/png;base64,AA=" alt="" loading="lazy" />
          </>
          <select name="town" value="b">
            <option value="a">A</option>
            <option value="b">B</option>
          </select>
          <textarea value={'<b>'} rows={3} />
          <label htmlFor="x" className="label" hidden data-entries="" aria-pressed={false} draggable>
            <time dateTime="2026-11-22">heute</time>
          </label>
          <button type="button" onClick={() => undefined} aria-expanded={true} spellcheck={false}>
            {asMade('<i>so</i>', ' & so', new MadeMarkup('<b>„so“</b>'))}
          </button>
          <p class={undefined} lang={undefined} title="">
            {0}
          </p>
        </Frame>
      </body>
    </html>,
  );
});

const text = fc.oneof(anyText(), fc.constantFrom('"', '&', '<', '&amp;', '</script>', "'"));
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(undefined), fc.constant(null));
const attribute = fc.oneof(
  fc.constantFrom('class', 'id', 'href', 'lang', 'hidden', 'data-x', 'aria-label', 'tabindex', 'htmlFor'),
  fc.constantFrom('bad name', 'a"b', 'a>b', 'a=b', 'on/x', 'key', 'title'),
);
const { tree } = fc.letrec<{ tree: ComponentChildren }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.constantFrom(null, undefined, true, false, 0, 7),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc
      .tuple(
        fc.constantFrom('p', 'a', 'li', 'span', 'br', 'input', 'svg', 'path', Fragment),
        fc.dictionary(attribute, value, { maxKeys: 3 }),
        fc.array(tie('tree'), { maxLength: 3 }),
      )
      .map(([type, props, children]) => h(type as 'p', type === Fragment ? {} : props, children)),
    fc.tuple(text, tie('tree')).map(([title, children]) => h(Frame, { title }, children)),
  ),
}));

test('no text and no attribute is written in another way than by Preact', () => {
  fc.assert(
    fc.property(tree, (children) => {
      sameAsPreact(<div>{children}</div>);
    }),
    { numRuns: 500 },
  );
});

test('names and numbers are kept from translation by machines, which Preact forgets', () => {
  expect(renderMarkup(<bdi translate={false}>Am Anger 1</bdi>)).toBe('<bdi translate="no">Am Anger 1</bdi>');
});

test('markup for many pages is the same as bytes and as text, whichever is asked for first', () => {
  const made = new MadeMarkup('<b>„so“ \ud800</b>');
  const asText = made.text;
  expect(Buffer.from(made.bytes).toString()).toBe(Buffer.from(asText).toString());
  expect(made.text).toBe('<b>„so“ \ufffd</b>');
  const pieces = renderPieces(<p>{asMade('<i/>', made)}</p>, '<!doctype html>');
  expect(pieces).toEqual(['<!doctype html><p><i/>', made, '</p>']);
});

test('what pages must not hold is refused', () => {
  class Counter extends Component {
    override render(): VNode {
      return <p />;
    }
  }
  expect(() => renderMarkup(<Counter />)).toThrow(TypeError);
  expect(() => renderMarkup(<p style="color:red" />)).toThrow('style sheets');
  expect(() => renderMarkup(h('p onclick=x', {}))).toThrow('no name of an element');
});
