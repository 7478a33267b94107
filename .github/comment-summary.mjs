/**
 * Writes a summary as a comment under the pull request that it is about, or renews the one that is there.
 * Runs with a token that may write, on a text that may come from anybody: whoever opens a pull request can change the
 * program that writes the summary. So the text is taken apart here once more, and the pull request is looked up instead
 * of believed. No dependencies, so that nothing has to be installed beside the token.
 */
import { readFileSync } from 'node:fs';

const marker = '<!-- angebotslotse: summary -->';
const note =
  '_Automatische Zusammenfassung dieses Pull Requests, aus seinem eigenen Lauf. · Automatic summary of this pull request, from its own run._';
const lengthLimit = 60_000;

/** Letters, digits and the punctuation that the summary is made of; nothing that makes a link, a mention, a picture or HTML. */
const allowed = /[^\p{L}\p{N}\p{M} .,;:()–—„“”"'’→›·…%*+/✅❌⚠-]/gu;

/** What stands outside of inline code, without anything that a forge would act on. */
function plain(text) {
  return text
    .replace(allowed, '')
    .replace(/:\/\//g, ': //')
    .replace(/\bwww\./gi, 'www .');
}

/** Splits a line into inline code, which is kept, and the rest, which is made plain. */
export function sanitiseLine(line) {
  const heading = /^#{2,3} /.exec(line)?.[0] ?? '';
  const indent = /^ {0,6}/.exec(line.slice(heading.length))[0].slice(0, 2);
  let rest = line.slice(heading.length).trimStart();
  let result = '';
  while (rest !== '') {
    const start = rest.indexOf('`');
    if (start === -1) return heading + indent + result + plain(rest);
    result += plain(rest.slice(0, start));
    const fence = /^`+/.exec(rest.slice(start))[0];
    const inner = rest.slice(start + fence.length);
    const end = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(inner);
    if (end) result += fence + inner.slice(0, end.index) + fence;
    rest = end ? inner.slice(end.index + fence.length) : inner;
  }
  return heading + indent + result;
}

export const sanitise = (text) =>
  text
    .slice(0, lengthLimit)
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066\u2067]/g, '')
    .split('\n')
    .map(sanitiseLine)
    .join('\n');

async function main([file]) {
  const {
    GITHUB_API_URL: api,
    GITHUB_REPOSITORY: repository,
    GITHUB_EVENT_PATH: eventPath,
    GH_TOKEN: token,
  } = process.env;
  let summary;
  try {
    summary = readFileSync(file, 'utf8');
  } catch {
    console.log('There is no summary.');
    return;
  }

  async function call(method, path, body) {
    const response = await fetch(`${api}/repos/${repository}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'angebotslotse',
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
    return response.json();
  }

  const { workflow_run: run } = JSON.parse(readFileSync(eventPath, 'utf8'));
  const head = `${run.head_repository.owner.login}:${run.head_branch}`;
  const pulls = await call('GET', `/pulls?state=open&per_page=100&head=${encodeURIComponent(head)}`);
  const pull = pulls.find((some) => some.head.sha === run.head_sha);
  if (!pull) {
    console.log('The pull request has moved on or is closed.');
    return;
  }
  const number = Number(pull.number);

  const body = `${marker}\n${note}\n\n${sanitise(summary)}`;
  for (let page = 1; page <= 20; page += 1) {
    const comments = await call('GET', `/issues/${number}/comments?per_page=100&page=${page}`);
    const own = comments.find(({ user, body: text }) => user?.type === 'Bot' && text.startsWith(marker));
    if (own) {
      await call('PATCH', `/issues/comments/${Number(own.id)}`, { body });
      return;
    }
    if (comments.length < 100) break;
  }
  await call('POST', `/issues/${number}/comments`, { body });
}

if (process.argv[1] === import.meta.filename) await main(process.argv.slice(2));
