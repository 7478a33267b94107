const safeSchemes = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * True for what a link in a text may lead to: http, https, mail, telephone, or a page of the site itself.
 * Not for `//elsewhere.example`, which only looks like a path.
 */
export function isSafeLink(href: string): boolean {
  // Browsers skip control characters and white space inside a scheme, and read `\` as `/`.
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(href.trim())) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href.trim())?.[1]?.toLowerCase();
  if (scheme !== undefined) return safeSchemes.has(scheme);
  return !href.trim().startsWith('//') && !/^[^/?#]*(:|%3a|&#)/i.test(href.trim());
}

/** A picture of the municipality's own: a file in `media/`, named without any path. No SVG: opened by itself it could run scripts. */
export const isMediaName = (src: string): boolean =>
  /^[a-z0-9][a-z0-9._-]*\.(jpg|jpeg|png|webp|avif)$/.test(src) && !src.includes('..');

/** A file of the municipality's own to be downloaded, such as minutes. */
export const isDocumentName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9._-]*\.(pdf|odt|ods|odp|docx|xlsx|pptx|csv|ics)$/.test(name) && !name.includes('..');

/** A video of the municipality's own or its captions, as `sign_language` in `site.yml` names them. */
export const isVideoName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9._-]*\.(mp4|webm|vtt)$/.test(name) && !name.includes('..');
