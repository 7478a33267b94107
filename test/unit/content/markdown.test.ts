import { describe, expect, it } from 'vitest';
import { findInMarkdown, renderMarkdown } from '../../../src/content/markdown.ts';

const findings = (markdown: string): string[] =>
  findInMarkdown(markdown).map(({ kind, start, end }) => `${kind}: ${markdown.slice(start, end)}`);

describe('renderMarkdown', () => {
  it('keeps headings below that of the page, wherever the author begins, and leaves no level out', () => {
    expect(renderMarkdown('# A\n\n###### B\n\n# C')).toBe('<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n');
    expect(renderMarkdown('#### A\n\n##### B')).toBe('<h2>A</h2>\n<h3>B</h3>\n');
    expect(renderMarkdown('A\n===\n\nB\n---', { topHeading: 3 })).toBe('<h3>A</h3>\n<h4>B</h4>\n');
    expect(renderMarkdown('# A\n\n## B\n\n### C', { topHeading: 5 })).toBe('<h5>A</h5>\n<h6>B</h6>\n<h6>C</h6>\n');
    expect(renderMarkdown('### A\n\n# B')).toBe('<h2>A</h2>\n<h2>B</h2>\n');
  });

  it('leads from words to their explanations, but not from headings, links and code', () => {
    const explain = (text: string) =>
      Array.from(text.matchAll(/Amt/g), ({ index }) => ({ start: index, end: index + 3, href: '#wort' }));
    const html = renderMarkdown('# Amt\n\nDas **Amt** & Amt. [Amt](https://example.org) `Amt`', { explain });
    expect(html).toBe(
      '<h2>Amt</h2>\n<p>Das <strong><a class="term" href="#wort">Amt</a></strong> &amp; <a class="term" href="#wort">Amt</a>. ' +
        '<a href="https://example.org">Amt</a> <code>Amt</code></p>\n',
    );
    expect(renderMarkdown('Amt')).toBe('<p>Amt</p>\n');
  });

  it('shows HTML as text', () => {
    expect(renderMarkdown('<script>alert(1)</script> <img src=x onerror=alert(1)>')).not.toMatch(/<(script|img)/);
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java&#115;cript:alert(1)',
    'java&Tab;script:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    '//evil.example/x',
    '\\\\evil.example',
    'blob:x',
  ])('never links to %s', (link) => {
    const html = renderMarkdown(`[a](${link}) [b](<${link}>) <${link}>\n\n[c]\n\n[c]: ${link}`);
    for (const [, href] of html.matchAll(/href="([^"]*)"/g))
      expect(href).not.toMatch(/^\s*(\/\/|\\|[a-z]+:(?!\/\/ok))/i);
  });

  it.each([
    'https://www.example.org/a?b=c&d=e',
    'http://example.org',
    'mailto:a@example.org',
    'tel:+492214710123',
    '/de/angebote/',
    '../x/',
    '#unten',
    'seite/',
  ])('links to %s', (link) => {
    expect(renderMarkdown(`[a](${link})`)).toContain(`<a href="${link.replaceAll('&', '&amp;')}">a</a>`);
    expect(findings(`[a](${link})`)).toEqual([]);
  });

  it('shows only pictures of its own', () => {
    expect(renderMarkdown('![A "table"](tisch.jpg)', { mediaPath: '/media/' })).toBe(
      '<p><img src="/media/tisch.jpg" alt="A &quot;table&quot;" loading="lazy" decoding="async"></p>\n',
    );
    expect(
      renderMarkdown('![Logo <b>](https://www.example.org/x.png) ![b](../x.png) ![c](/x.png)', {
        mediaPath: '/media/',
      }),
    ).toBe('<p>Logo &lt;b&gt; b c</p>\n');
    expect(renderMarkdown('![A table](tisch.jpg)')).toBe('<p>A table</p>\n');
  });

  it('keeps the options of one call from the next', () => {
    renderMarkdown('# A', { topHeading: 4, mediaPath: '/m/' });
    expect(renderMarkdown('# A ![b](b.jpg)')).toBe('<h2>A b</h2>\n');
  });
});

describe('findInMarkdown', () => {
  it('finds nothing in ordinary text', () => {
    expect(
      findings('Kosten < 5 € und > 2 €, a<b, `<code>`, [Klammer], <https://www.example.org>\n\n    <pre>'),
    ).toEqual([]);
  });

  it('finds each place, also when the same thing stands there twice', () => {
    const markdown = 'x <b>y\n\n- a <b>z\n';
    expect(findings(markdown)).toEqual(['raw-html: <b>', 'raw-html: <b>']);
    expect(findInMarkdown(markdown).map(({ start }) => start)).toEqual([2, 12]);
  });

  it('finds links in references and autolinks', () => {
    expect(findings('[a]\n\n[a]: javascript:alert(1)\n')).toEqual(['unsafe-link: javascript:alert(1)']);
    expect(findings('<javascript:alert(1)>')).toEqual(['unsafe-link: javascript:alert(1)']);
  });

  it('tells pictures of the municipality from those of others', () => {
    expect(findings('![a](tisch.jpg) ![b](https://www.example.org/x.png) ![c](../tisch.jpg)')).toEqual([
      'local-image: tisch.jpg',
      'remote-image: https://www.example.org/x.png',
      'remote-image: ../tisch.jpg',
    ]);
  });
});
