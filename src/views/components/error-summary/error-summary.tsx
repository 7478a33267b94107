import type { Ref, VNode } from 'preact';

export interface SummaryEntry {
  /** Id of the control that the entry leads to. */
  readonly id: string;
  readonly label: string;
  readonly message: string;
}

interface Props {
  readonly title: string;
  readonly entries: readonly SummaryEntry[];
  /** For the focus: the summary takes it as soon as it appears. */
  readonly headingRef?: Ref<HTMLHeadingElement>;
  readonly onGo?: (id: string) => void;
}

/** All that must be put right, with a link to each place. */
export function ErrorSummary({ title, entries, headingRef, onGo }: Props): VNode {
  return (
    <section class="error-summary" aria-labelledby="error-summary-title">
      <h3 id="error-summary-title" tabIndex={-1} ref={headingRef}>
        {title}
      </h3>
      <ul>
        {entries.map(({ id, label, message }) => (
          <li key={`${id} ${message}`}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                if (!onGo) return;
                event.preventDefault();
                onGo(id);
              }}
            >
              <bdi>{label}</bdi>
            </a>
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
