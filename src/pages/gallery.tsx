import type { VNode } from 'preact';
import { Document } from '../views/components/document/document.tsx';
import { exampleSets } from '../views/example-sets.ts';
import type { PageContext } from '../views/page-context.ts';

export interface GalleryProps {
  /** In its language and direction all examples are drawn. */
  readonly page: PageContext;
  /** Address of the same in the other direction. */
  readonly other: string;
}

/** Every component with all its examples; for those who work on the site. */
export function Gallery({ page, other }: GalleryProps): VNode {
  return (
    <Document page={page} neutral hidden title="Galerie" styles={['steering.css', 'guide.css']}>
      <div class="wrap gallery">
        <h1>Galerie</h1>
        <p>
          <a href={other}>{page.dir === 'ltr' ? '←' : '→'}</a>
        </p>
        {Object.entries(exampleSets).map(([component, examples]) => (
          <section key={component}>
            <h2>{component}</h2>
            {Object.entries(examples).map(([name, example]) => (
              <figure key={name}>
                <figcaption lang="en" dir="ltr">
                  {name}
                </figcaption>
                {example(page)}
              </figure>
            ))}
          </section>
        ))}
      </div>
    </Document>
  );
}
