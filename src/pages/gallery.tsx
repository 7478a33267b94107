import type { VNode } from 'preact';
import { Document } from '../views/components/document/document.tsx';
import { exampleSets } from '../views/example-sets.ts';
import type { PageContext } from '../views/page-context.ts';

/** Every component with all its examples, from left to right and from right to left; for those who work on the site. */
export function Gallery({ pages }: { readonly pages: readonly PageContext[] }): VNode {
  const [first] = pages;
  if (!first) throw new Error('The site has no language');
  const shown = [first, ...pages.filter(({ dir, lang }) => dir !== first.dir && lang === 'ar')];
  return (
    <Document page={first} neutral hidden title="Galerie">
      <div class="wrap gallery">
        <h1>Galerie</h1>
        {Object.entries(exampleSets).map(([component, examples]) => (
          <section key={component}>
            <h2>{component}</h2>
            {Object.entries(examples).map(([name, example]) =>
              shown.map((page) => (
                <figure key={page.lang} lang={page.lang} dir={page.dir}>
                  <figcaption lang="en" dir="ltr">
                    {name} · {page.lang}
                  </figcaption>
                  {example(page)}
                </figure>
              )),
            )}
          </section>
        ))}
      </div>
    </Document>
  );
}
