import type { Examples } from '../../example-sets.ts';
import { PassOn } from './pass-on.tsx';

export const examples: Examples = {
  'an offer': ({ t }) => (
    <PassOn
      t={t}
      address="https://example.org/angebot/#sprachcafe-brinkenau"
      code="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGP4DwABAQEAsVtP0wAAAABJRU5ErkJggg=="
    />
  ),
};
