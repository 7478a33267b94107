import type { VNode } from 'preact';
import { ProgressMark, type ProgressMarkProps } from '../progress-mark/progress-mark.tsx';
import { foreign, Text, type ShownText } from '../text/text.tsx';

/** Offers that nearly count, and what they lack. */
export interface NearOffers {
  readonly lacks: string;
  readonly offers: ReadonlyArray<{ readonly href: string; readonly title: ShownText }>;
}

export interface GapCase {
  /** The town; absent where the target holds for the whole district. */
  readonly place?: ShownText;
  /** What there is and what is needed. */
  readonly found: string;
  readonly near: readonly NearOffers[];
}

export interface GapTarget {
  readonly id: string;
  readonly title: ShownText;
  readonly state: ProgressMarkProps;
  /** Where it was decided. */
  readonly decided?: { readonly label: string; readonly title: ShownText; readonly href: string };
  /** Cases by language, where the target names languages. */
  readonly groups: ReadonlyArray<{ readonly title?: ShownText; readonly cases: readonly GapCase[] }>;
}

interface Props {
  readonly targets: readonly GapTarget[];
  /** Before the offers that come near. */
  readonly nearest: string;
}

/** What should be there and is not, place by place. */
export function GapList({ targets, nearest }: Props): VNode {
  return (
    <>
      {targets.map(({ id, title, state, decided, groups }) => (
        <section key={id} class="gap" id={id}>
          <h3 {...foreign(title)}>{title.value}</h3>
          <p class="gap-state">
            <ProgressMark {...state} />
            {decided && (
              <span>
                {decided.label}:{' '}
                <a href={decided.href} {...foreign(decided.title)}>
                  {decided.title.value}
                </a>
              </span>
            )}
          </p>
          {groups.map((group) => (
            <div key={group.title?.value ?? ''} class="gap-group">
              {group.title && (
                <h4>
                  <Text text={group.title} />
                </h4>
              )}
              <ul role="list">
                {group.cases.map((gap) => (
                  <li key={gap.place?.value ?? ''} class="gap-case">
                    <p>
                      {gap.place && (
                        <strong>
                          <Text text={gap.place} />
                        </strong>
                      )}{' '}
                      <span class="gap-found">{gap.found}</span>
                    </p>
                    {gap.near.length > 0 && <Near nearest={nearest} near={gap.near} />}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}

function Near({ nearest, near }: { readonly nearest: string; readonly near: readonly NearOffers[] }): VNode {
  return (
    <details class="gap-near">
      <summary>{nearest}</summary>
      <dl>
        {near.map(({ lacks, offers }) => (
          <div key={lacks}>
            <dt>{lacks}</dt>
            {offers.map(({ href, title }) => (
              <dd key={href}>
                <a href={href} {...foreign(title)}>
                  {title.value}
                </a>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  );
}
