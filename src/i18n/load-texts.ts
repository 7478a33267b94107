import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from './message.ts';
import { parseMessage } from './parse-message.ts';
import { parseTexts } from './parse-texts.ts';

const folder = join(import.meta.dirname, 'texts');

/** The shipped texts of a language as written: message key → ICU source. */
export function readTexts(tag: string): ReadonlyMap<string, string> {
  return readFile(`${tag}.yml`);
}

/** What each message is for, in English: message key → description for translators. */
export function readDescriptions(): ReadonlyMap<string, string> {
  return readFile('descriptions.yml');
}

const readFile = (name: string): ReadonlyMap<string, string> => parseTexts(readFileSync(join(folder, name), 'utf8'));

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
