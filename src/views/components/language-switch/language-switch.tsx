import type { VNode } from 'preact';
import type { Language } from '../../../i18n/languages.ts';
import { Icon } from '../icon/icon.tsx';

export interface LanguageSwitchProps {
  readonly label: string;
  readonly current: Language;
  /** Each language with the address of this same page in it. */
  readonly choices: readonly { readonly language: Language; readonly href: string }[];
}

/** The same page in another language. Every language is called by its own name: who needs it can read it. */
export function LanguageSwitch({ label, current, choices }: LanguageSwitchProps): VNode {
  return (
    <details class="language-switch">
      <summary>
        <Icon name="globe" />
        <span class="visually-hidden">{label}</span>
        <span>{current.name}</span>
        <Icon name="chevron" />
      </summary>
      <ul>
        {choices.map(({ language: { tag, name, dir }, href }) => (
          <li key={tag}>
            <a href={href} hreflang={tag} aria-current={tag === current.tag ? 'true' : undefined}>
              <bdi lang={tag} dir={dir}>
                {name}
              </bdi>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
