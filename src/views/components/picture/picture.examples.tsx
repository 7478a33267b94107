import type { Examples } from '../../example-sets.ts';
import { Picture } from './picture.tsx';

/** A picture that needs no file, so that the gallery needs none either. */
const src = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

export const examples: Examples = {
  credited: () => (
    <Picture src={src} alt={{ value: 'Ein Tisch mit Kaffee und Kuchen', lang: 'de' }} credit="Foto: Verein" />
  ),
  plain: () => <Picture src={src} alt={{ value: 'A table', lang: 'en' }} />,
};
