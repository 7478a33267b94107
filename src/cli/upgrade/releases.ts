/** `v1.12.0` → `[1, 12, 0]`; undefined for other names and for releases that are still tried out. */
function versionIn(tag: string): readonly [number, number, number] | undefined {
  const [, major, minor, patch] = /^v(\d+)\.(\d+)\.(\d+)$/.exec(tag) ?? [];
  return major === undefined ? undefined : [Number(major), Number(minor), Number(patch)];
}

/** Releases among the tags, newest first. */
export function releasesIn(tags: readonly string[]): string[] {
  return tags
    .flatMap((tag) => {
      const version = versionIn(tag);
      return version ? [{ tag, version }] : [];
    })
    .sort((a, b) => b.version[0] - a.version[0] || b.version[1] - a.version[1] || b.version[2] - a.version[2])
    .map(({ tag }) => tag);
}

/** The parts of a changelog above the one of the release that the fork has: what is new for it. */
export function newsIn(changelog: string, known: string | undefined): string {
  const start = changelog.search(/^## /m);
  if (start === -1) return '';
  const news = changelog.slice(start);
  if (known === undefined) return news.trim();
  const version = known.replace(/^v/, '').replaceAll('.', '\\.');
  const end = news.search(new RegExp(`^## \\[?v?${version}\\b`, 'm'));
  return (end === -1 ? news : news.slice(0, end)).trim();
}
