import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { Contact } from '../../../src/views/components/contact/contact.tsx';
import { DataBlock } from '../../../src/views/components/document/data-block.tsx';
import { OfferCard } from '../../../src/views/components/offer-card/offer-card.tsx';
import { SearchBox } from '../../../src/views/components/search-box/search-box.tsx';
import { makeModel, makePage } from '../pages/small-catalogue.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror='a'>{{ x }}\u2028`;
const { t } = makePage(makeModel([]), 'de');

describe('texts of strangers', () => {
  test.each([
    [
      'offer card',
      <OfferCard
        level={2}
        card={{
          href: hostile,
          title: { value: hostile },
          summary: { value: hostile, lang: hostile },
          kind: hostile,
          when: hostile,
          where: { value: hostile },
          badges: [{ tone: 'wait', label: hostile }],
        }}
        titleMarks={[[2, 8]]}
      />,
    ],
    [
      'contact',
      <Contact
        t={t}
        contact={{
          role: { value: hostile },
          person: hostile,
          phone: { href: hostile, number: hostile },
          email: hostile,
          url: hostile,
        }}
      />,
    ],
    ['search box', <SearchBox t={t} action={hostile} value={hostile} />],
  ])('cannot leave the markup of a %s', (_, vnode) => {
    const html = renderToString(vnode);
    expect(html).not.toMatch(/<script|<img/);
    // Once the quoted values are gone, no tag holds anything of the hostile text.
    expect(html.replace(/="[^"]*"/g, '')).not.toMatch(/<[a-z][^<>]*onerror/);
    expect(html).toContain('&lt;script>');
  });

  test('cannot end a block of data', () => {
    const html = renderToString(
      <DataBlock type="application/json" id="d" data={{ text: '</script><!--<script>\u2028' }} />,
    );
    const json = /^<script type="application\/json" id="d">([^<]*)<\/script>$/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toEqual({ text: '</script><!--<script>\u2028' });
    expect(json).not.toContain('\u2028');
  });
});
