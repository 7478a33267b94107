import type { SheetLanguage } from '../datasheet/fields.ts';
import { forgeOrigins, type Access } from './backend.ts';
import { adminWords } from './words.ts';

/**
 * What the page of the CMS may do, and nothing else; the pages of the site keep their own, stricter policy. It needs
 * inline styles (every component sets its own), pictures and frames out of memory (`blob:`), WebAssembly and a worker out
 * of memory (making photos smaller in browsers that cannot do it by themselves), and the forge.
 */
export function adminPolicy(access: Access): string {
  const { connect, images } = forgeOrigins(access);
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...images].join(' '),
    "font-src 'self'",
    ["connect-src 'self' data: blob:", ...connect].join(' '),
    "worker-src 'self' blob:",
    'frame-src blob:',
    'media-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);

export interface AdminPage {
  readonly lang: SheetLanguage;
  readonly title: string;
  readonly access: Access;
  /** Address of the script from the page. */
  readonly script: string;
}

/** The page at `/admin/`: all of it is made by its script. */
export function adminPage({ lang, title, access, script }: AdminPage): string {
  const words = adminWords[lang];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(adminPolicy(access))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="favicon.svg" type="image/svg+xml">
<title>${escapeHtml(`${words.title} – ${title}`)}</title>
<script type="module" src="${escapeHtml(script)}"></script>
</head>
<body>
<p id="state" role="status">${escapeHtml(words.loading)}</p>
<noscript><p>${escapeHtml(words.noScript)}</p></noscript>
</body>
</html>
`;
}
