import type { Examples } from '../../example-sets.ts';
import { Prose } from './prose.tsx';

export const examples: Examples = {
  'German on any page': () => (
    <Prose
      lang="de"
      html="<h3>Gut zu wissen</h3><p>Sie können <strong>kommen und gehen</strong>, wann Sie wollen.</p><ul><li>Kaffee</li><li>Kuchen</li></ul><blockquote><p>Alle sind willkommen.</p></blockquote>"
    />
  ),
};
