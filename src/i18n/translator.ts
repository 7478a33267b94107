import { formatMessage, type Message, type MessageLocale, type MessageValues } from './message.ts';
import type { MessageArguments } from './messages.generated.ts';

export type MessageKey = keyof MessageArguments;

/** Text of a message in one language. An unknown key, a missing or a superfluous value does not compile. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: keyof MessageArguments[Key] extends never ? [] : [MessageArguments[Key]]
) => string;

/** `messages` must hold every key that is asked for; a key it lacks is a bug and throws. */
export function createTranslator(messages: ReadonlyMap<string, Message>, locale: MessageLocale): Translate {
  // Asked for sixty times a page: without a list of arguments.
  return (key: MessageKey, values?: MessageValues) => {
    const message = messages.get(key);
    if (message === undefined) throw new Error(`No text for “${key}”`);
    return typeof message === 'string' ? message : formatMessage(message, values ?? {}, locale);
  };
}
