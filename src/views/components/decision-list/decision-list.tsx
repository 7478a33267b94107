import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

/** What a decision led to: a label, and links where there are pages for it. */
export interface Consequence {
  readonly label: string;
  readonly links: readonly { readonly href: string; readonly title: ShownText; readonly note?: string }[];
}

export interface Decision {
  readonly title: ShownText;
  readonly consequences: readonly Consequence[];
}

/** What a meeting decided, one by one, with what became of it. */
export function DecisionList({ decisions }: { readonly decisions: readonly Decision[] }): VNode {
  return (
    <ol class="decision-list">
      {decisions.map(({ title, consequences }, index) => (
        <li key={index} class="decision">
          <p class="decision-title" {...foreign(title)}>
            {title.value}
          </p>
          {consequences.map(({ label, links }) => (
            <div key={label} class="decision-part">
              <p class="label">{label}</p>
              {links.length > 0 && (
                <ul role="list">
                  {links.map((link) => (
                    <li key={link.href}>
                      <a href={link.href} {...foreign(link.title)}>
                        {link.title.value}
                      </a>
                      {link.note && <span class="label"> ({link.note})</span>}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}
