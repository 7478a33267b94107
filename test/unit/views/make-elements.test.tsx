import type { ComponentChildren } from 'preact';
import { expect, test } from 'vitest';
import { examples } from '../../../src/views/components/offer-card/offer-card.examples.tsx';
import { makeElements } from '../../../src/views/make-elements.ts';
import { escape, renderMarkup } from '../../../src/views/render-markup.ts';

/** As much of an element as is needed to build a tree and to write it down. */
class PlainElement {
  readonly ownerDocument = {
    createElement: (tag: string) => new PlainElement(tag, 'html'),
    createElementNS: (namespace: string, tag: string) => new PlainElement(tag, namespace),
  };
  readonly tag: string;
  readonly namespaceURI: string;
  readonly #attributes = new Map<string, string>();
  readonly #children: (PlainElement | string)[] = [];

  constructor(tag: string, namespaceURI: string) {
    this.tag = tag;
    this.namespaceURI = namespaceURI;
  }
  setAttribute(name: string, value: string): void {
    this.#attributes.set(name, value);
  }
  append(child: PlainElement | string): void {
    this.#children.push(child);
  }
  get inside(): string {
    return this.#children.map((child) => (typeof child === 'string' ? escape(child) : child.outside)).join('');
  }
  get outside(): string {
    const attributes = [...this.#attributes].map(([name, value]) =>
      value === '' ? ` ${name}` : ` ${name}="${escape(value)}"`,
    );
    return `<${this.tag}${attributes.join('')}>${this.inside}</${this.tag}>`;
  }
  find(tag: string): PlainElement | undefined {
    const elements = this.#children.filter((child) => typeof child !== 'string');
    return elements.find((child) => child.tag === tag) ?? elements.map((child) => child.find(tag)).find(Boolean);
  }
}

function made(tree: ComponentChildren): PlainElement {
  const root = new PlainElement('li', 'html');
  makeElements(tree, root as unknown as Element);
  return root;
}

test.each(Object.entries(examples))('the card “%s” is drawn as it stands in pages', (_, example) => {
  const card = example({ t: (key: string) => key } as never);
  expect(made(card).inside).toBe(renderMarkup(card));
});

test('texts, numbers, lists and what is left out are as in pages', () => {
  const tree = (
    <p class="a" hidden title={'"Kurse" & <mehr>'} lang={undefined}>
      {['eins', 2, null, undefined, false, true, '', ['drei', <b key="b">vier</b>]]}
      <>
        fünf
        <i aria-hidden="true" />
      </>
      {'<script>'}
    </p>
  );
  expect(made(tree).inside).toBe(renderMarkup(tree));
});

test('a drawing and what is in it are SVG', () => {
  const drawing = made(
    <span>
      <svg>
        <path d="M0 0" />
      </svg>
    </span>,
  );
  expect(drawing.find('svg')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(drawing.find('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
  expect(drawing.find('span')?.namespaceURI).toBe('html');
});

test('what would need more than attributes is refused', () => {
  expect(() => made(<button onClick={() => {}} type="button" />)).toThrow('onClick');
  expect(() => made(<p style={{ color: 'red' }} />)).toThrow('style');
});
