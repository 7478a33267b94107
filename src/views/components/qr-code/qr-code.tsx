import { generate } from 'lean-qr';
import type { VNode } from 'preact';

/** Light modules around the code that a camera needs to find it (ISO/IEC 18004). */
const quiet = 4;

/** A QR code as one path; black on white in every colour scheme, because cameras want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }): VNode {
  const code = generate(text);
  const strokes: string[] = [];
  for (let y = 0; y < code.size; y++) {
    for (let x = 0; x < code.size; x++) {
      if (!code.get(x, y)) continue;
      const start = x;
      while (x < code.size && code.get(x, y)) x++;
      strokes.push(`M${start + quiet} ${y + quiet}h${x - start}v1h${start - x}z`);
    }
  }
  const size = code.size + 2 * quiet;
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={strokes.join('')} />
    </svg>
  );
}
