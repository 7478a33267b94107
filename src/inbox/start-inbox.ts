import type { AddressInfo } from 'node:net';
import type { IsoDate } from '../model/diagnostic.ts';
import { watchContent } from './current-content.ts';
import { startDelivery } from './deliver.ts';
import type { Forge } from './forge/forge.ts';
import { openForgejo } from './forge/forgejo.ts';
import { openGithub } from './forge/github.ts';
import { openGitlab } from './forge/gitlab.ts';
import { gitIn, openLocalRepository } from './forge/local-repository.ts';
import type { InboxSettings, SettingProblem } from './inbox-settings.ts';
import { createProofOfWork } from './proof-of-work.ts';
import { createRateLimit } from './rate-limit.ts';
import { createInboxServer } from './serve.ts';
import { openSpool } from './spool.ts';

export interface InboxSurroundings {
  readonly contentDir: string;
  readonly today: () => IsoDate;
  readonly log: (line: string) => void;
}

export interface RunningInbox {
  readonly port: number;
  /** The most hand-ins that were worked on together so far. */
  readonly peak: number;
  /** Takes nothing new, finishes what it has begun; what still waits stays in the spool. */
  close(): Promise<void>;
}

const forgeTimeout = 15_000;

/** The branch that proposals are made for; undefined where the repository has no such branch. */
export async function findBase({ forge, base }: InboxSettings): Promise<string | undefined> {
  if (forge.name !== 'git') return base ?? 'main';
  const git = gitIn(forge.repository);
  try {
    const name = base ?? (await git(['symbolic-ref', '--short', 'HEAD'])).trim();
    await git(['rev-parse', '--verify', '--quiet', `refs/heads/${name}^{commit}`]);
    return name;
  } catch {
    return undefined;
  }
}

function openForge({ forge }: InboxSettings, base: string): Forge {
  if (forge.name === 'git') return openLocalRepository({ repository: forge.repository, base });
  const options = { ...forge, base, timeout: forgeTimeout };
  switch (forge.name) {
    case 'github':
      return openGithub(options);
    case 'gitlab':
      return openGitlab(options);
    case 'forgejo':
      return openForgejo(options);
  }
}

/** Starts listening and delivering; a problem with the settings that only shows now is returned. */
export async function startInbox(
  settings: InboxSettings,
  { contentDir, today, log }: InboxSurroundings,
): Promise<RunningInbox | SettingProblem> {
  const base = await findBase(settings);
  if (base === undefined) return { name: 'INBOX_REPOSITORY', reason: 'branch', detail: settings.base ?? 'HEAD' };
  const spool = await openSpool(settings.spool);
  const delivery = startDelivery({
    spool,
    forge: openForge(settings, base),
    contentPath: settings.contentPath,
    author: settings.author,
    retryAfter: settings.retryAfter,
    retryLimit: settings.retryLimit,
    keepDays: settings.keepDays,
    log,
  });
  const server = createInboxServer({
    spool,
    proofOfWork: createProofOfWork({ difficulty: settings.difficulty, lifetime: settings.challengeLifetime }),
    handIns: createRateLimit({ perHour: settings.handInsPerHour }),
    // A form asks for a new one each time it is opened or sent.
    challenges: createRateLimit({ perHour: settings.handInsPerHour * 5 }),
    origins: settings.origins,
    proxies: settings.proxies,
    timeout: settings.timeout,
    waitingLimit: settings.waitingLimit,
    today,
    content: watchContent(contentDir),
    log,
    onSpooled: () => delivery.wake(),
  });
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(settings.port, settings.host, () => resolve());
    });
  } catch (error) {
    await delivery.stop();
    return { name: 'INBOX_PORT', reason: 'choice', detail: (error as NodeJS.ErrnoException).code ?? 'error' };
  }
  return {
    port: (server.address() as AddressInfo).port,
    get peak() {
      return server.peak;
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await Promise.all([closed, delivery.stop()]);
    },
  };
}
