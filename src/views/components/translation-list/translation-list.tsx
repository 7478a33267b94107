import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface TranslationTask {
  /** Unique on the page. */
  readonly id: string;
  readonly title: ShownText;
  /** What is to be done, and how much text it is. */
  readonly state: string;
  readonly length: string;
  /** Opens the translation file. */
  readonly start: { readonly href: string; readonly label: string };
  /** The file itself, where `start` cannot bring its text along. */
  readonly template?: { readonly href: string; readonly label: string; readonly file: string };
}

/** Texts that wait for a translator, each with the way to begin. */
export function TranslationList({ tasks }: { readonly tasks: readonly TranslationTask[] }): VNode {
  return (
    <ul class="translation-list" role="list">
      {tasks.map(({ id, title, state, length, start, template }) => (
        <li key={id} class="translation-task">
          <p class="translation-title" id={`${id}-title`} {...foreign(title)}>
            {title.value}
          </p>
          <p class="translation-state">
            {state} · {length}
          </p>
          <p class="translation-links">
            <a id={`${id}-start`} href={start.href} aria-labelledby={`${id}-start ${id}-title`}>
              {start.label}
            </a>
            {template && (
              <a
                id={`${id}-file`}
                href={template.href}
                download={template.file}
                aria-labelledby={`${id}-file ${id}-title`}
              >
                {template.label}
              </a>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
