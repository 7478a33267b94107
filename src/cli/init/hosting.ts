/** Where a town can put its site, and the one thing that it must do there; more is in docs/de/betrieb.md. */
const ways = {
  'github-pages': [
    'unter Settings → Secrets and variables → Actions → Variables: DEPLOY = github-pages; unter Settings → Pages: Quelle „GitHub Actions“',
    'under Settings → Secrets and variables → Actions → Variables: DEPLOY = github-pages; under Settings → Pages: source “GitHub Actions”',
  ],
  'gitlab-pages': [
    'unter Settings → CI/CD → Variables: DEPLOY = gitlab-pages; unter Build → Pipeline schedules einen nächtlichen Lauf anlegen',
    'under Settings → CI/CD → Variables: DEPLOY = gitlab-pages; under Build → Pipeline schedules make a nightly run',
  ],
  'forgejo-pages': [
    'unter Einstellungen → Actions → Variablen: DEPLOY = forgejo-pages, SITE_URL und BASE_PATH',
    'under Settings → Actions → Variables: DEPLOY = forgejo-pages, SITE_URL and BASE_PATH',
  ],
  webspace: [
    'npm run build, dann docs/hosting/deploy.sh (SSH) oder docs/hosting/deploy-sftp.sh; jede Nacht',
    'npm run build, then docs/hosting/deploy.sh (SSH) or docs/hosting/deploy-sftp.sh; every night',
  ],
  server: [
    'docs/hosting/nginx.conf oder Caddyfile anpassen, oder docs/hosting/Dockerfile; jede Nacht neu bauen',
    'adapt docs/hosting/nginx.conf or Caddyfile, or docs/hosting/Dockerfile; build anew every night',
  ],
} as const satisfies Readonly<Record<string, readonly [de: string, en: string]>>;

export const hostingWays: readonly string[] = Object.keys(ways);

/** What is to be done there; empty where the town has not decided yet. */
export function hostingStep(way: string, lang: 'de' | 'en'): string {
  const words = ways[way as keyof typeof ways] as readonly [string, string] | undefined;
  return words?.[lang === 'de' ? 0 : 1] ?? '';
}
