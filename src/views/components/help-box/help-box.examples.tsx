import type { Examples } from '../../example-sets.ts';
import { HelpBox } from './help-box.tsx';

export const examples: Examples = {
  plain: ({ t }) => (
    <HelpBox
      t={t}
      contact={{ phone: { href: 'tel:+492214710100', number: '+49 221 4710100' }, email: 'hilfe@example.org' }}
    />
  ),
};
