import type { Examples } from '../../example-sets.ts';
import { LanguageSwitch } from './language-switch.tsx';

export const examples: Examples = {
  folded: ({ t, language, languages, link }) => (
    <div class="site-header">
      <LanguageSwitch
        label={t('language-switch.label')}
        current={language}
        choices={languages.map((choice) => ({ language: choice, href: link('', choice.tag) }))}
      />
    </div>
  ),
};
