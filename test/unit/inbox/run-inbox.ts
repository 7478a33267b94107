import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readInboxSettings } from '../../../src/inbox/inbox-settings.ts';
import { isSolved } from '../../../src/inbox/proof-of-work.ts';
import { startInbox, type RunningInbox } from '../../../src/inbox/start-inbox.ts';
import { contentFolder, today } from '../../support/content-folder.ts';

export const origin = 'https://angebote.example.org';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'inbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

let template: string | undefined;

/** What all repositories begin as, made once: half a dozen programs run for it. */
function templateRepository(): string {
  if (template !== undefined) return template;
  const made = mkdtempSync(join(tmpdir(), 'inbox-template-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  cpSync(contentFolder(), join(made, 'content'), { recursive: true });
  git(made, 'init', '--quiet', '--initial-branch=main', '--template=');
  git(made, 'config', 'user.name', 'Redaktion');
  git(made, 'config', 'user.email', 'redaktion@example.org');
  git(made, 'add', '.');
  git(made, 'commit', '--quiet', '-m', 'Start');
  return (template = made);
}

/** A repository whose `content/` is the valid fixture. */
export function repositoryWithContent(): { repository: string; contentDir: string } {
  const repository = temporaryFolder();
  cpSync(templateRepository(), repository, { recursive: true });
  return { repository, contentDir: join(repository, 'content') };
}

interface Problem {
  readonly code: string;
  readonly severity: string;
  readonly file: string;
  readonly path: readonly (string | number)[] | null;
  readonly args: Readonly<Record<string, string | number>>;
  readonly text: Readonly<Record<'de' | 'en', { readonly message: string; readonly fix: string }>>;
}

/** What an answer may hold; which of it is there depends on the request. */
interface AnswerBody {
  readonly key: string;
  readonly text: Readonly<Record<'de' | 'en', string>>;
  readonly lang: string;
  readonly id: string;
  readonly file: string;
  readonly receipt: string;
  readonly reason: string;
  readonly field: string;
  readonly problems: readonly Problem[];
  readonly challenge: string;
  readonly difficulty: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: AnswerBody;
}

export interface TestInbox extends RunningInbox {
  readonly url: string;
  readonly lines: string[];
  /** Waits for the `count`th line of the log that matches. */
  logged(pattern: RegExp, count?: number): Promise<string>;
  solve(): Promise<{ challenge: string; nonce: string }>;
  /** Sends a hand-in with a proof of its own. */
  hand(handIn: Record<string, unknown>): Promise<Answer>;
  post(body: string | Uint8Array, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, init?: RequestInit): Promise<Answer>;
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: (text === '' ? {} : JSON.parse(text)) as AnswerBody,
  };
};

export function solve(challenge: string, difficulty: number): string {
  for (let nonce = 0; ; nonce += 1) if (isSolved({ challenge, nonce: String(nonce) }, difficulty)) return String(nonce);
}

/** An inbox on a free port of loopback that hurries: little work, short pauses. */
export async function runInbox(contentDir: string, env: Record<string, string>): Promise<TestInbox> {
  const { value, problems } = readInboxSettings(
    {
      INBOX_PORT: '0',
      INBOX_ORIGINS: origin,
      INBOX_SPOOL: temporaryFolder(),
      INBOX_DIFFICULTY: '4',
      INBOX_RETRY_SECONDS: '0.01',
      INBOX_RETRY_LIMIT: '0.02',
      INBOX_PER_HOUR: '1000',
      ...env,
    },
    undefined,
  );
  if (!value) throw new Error(JSON.stringify(problems));
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const running = await startInbox(value, {
    contentDir,
    today: () => today,
    log(line) {
      lines.push(line);
      for (const listener of listeners) listener();
    },
  });
  if ('reason' in running) throw new Error(JSON.stringify(running));
  let closed = false;
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    await running.close();
  };
  onTestFinished(close);
  const url = `http://127.0.0.1:${running.port}`;

  const inbox: TestInbox = {
    port: running.port,
    get peak() {
      return running.peak;
    },
    url,
    lines,
    close,
    logged: (pattern, count = 1) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines.filter((line) => pattern.test(line));
          if (found.length < count) return;
          listeners.delete(look);
          resolve(found[count - 1]!);
        };
        listeners.add(look);
        look();
      }),
    async solve() {
      const { json } = await inbox.get('/challenge');
      return { challenge: json.challenge, nonce: solve(json.challenge, json.difficulty) };
    },
    async hand(handIn) {
      return inbox.post(JSON.stringify({ lang: 'de', ...handIn, proof: await inbox.solve() }));
    },
    post: async (body, headers = {}) =>
      answerOf(
        await fetch(`${url}/hand-in`, {
          method: 'POST',
          body: body as BodyInit,
          headers: { 'content-type': 'application/json', origin, ...headers },
        }),
      ),
    get: async (path, init = {}) => answerOf(await fetch(`${url}${path}`, init)),
  };
  return inbox;
}

/** The data of an offer that passes the check against the valid fixture. */
export const validOffer = {
  title: 'Fahrradkurs für Frauen',
  summary: 'Rad fahren lernen, in Ruhe und unter Frauen.',
  type: 'course',
  status: 'active',
  organisation: 'sprachbruecke',
  fields_of_action: ['language'],
  topics: ['learn-german'],
  audience: { groups: ['newcomers'], gender: 'women' },
  languages: [{ code: 'de', kind: 'spoken' }],
  cost: { kind: 'free' },
  registration: { kind: 'none' },
  delivery: ['on-site'],
  place: 'ziegelhof',
  service_area: ['lindenau'],
  accessibility: { step_free: 'unknown' },
  childcare: { available: 'no' },
  contacts: [{ role: 'Büro', phone: '+49 221 4710125' }],
  review_every: 12,
};
