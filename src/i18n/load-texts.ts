import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Message } from './message.ts';
import { parseMessage } from './parse-message.ts';

const folder = join(import.meta.dirname, 'texts');

/** The shipped texts of a language as written: message key → ICU source. */
export function readTexts(tag: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(parse(readFileSync(join(folder, `${tag}.yml`), 'utf8')) as Record<string, string>));
}

/** What each message is for, in English: message key → description for translators. */
export function readDescriptions(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(parse(readFileSync(join(folder, 'descriptions.yml'), 'utf8')) as Record<string, string>),
  );
}

const parsed = new Map<string, ReadonlyMap<string, Message>>();

/** The shipped messages of a language, parsed; with the municipality's own texts laid over them. */
export function loadMessages(tag: string, overrides?: ReadonlyMap<string, string>): ReadonlyMap<string, Message> {
  let messages = parsed.get(tag);
  if (!messages) {
    messages = new Map(Array.from(readTexts(tag), ([key, source]) => [key, parseMessage(source)]));
    parsed.set(tag, messages);
  }
  if (!overrides || overrides.size === 0) return messages;
  return new Map([...messages, ...Array.from(overrides, ([key, source]) => [key, parseMessage(source)] as const)]);
}
