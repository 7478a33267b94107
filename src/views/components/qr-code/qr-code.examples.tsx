import type { Examples } from '../../example-sets.ts';
import { QrCode } from './qr-code.tsx';

export const examples: Examples = {
  address: () => <QrCode text="https://example.org/de/angebote/sprachcafe/" label="QR-Code" />,
};
