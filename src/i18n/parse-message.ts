import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Message, Part } from './message.ts';

/** Parses an ICU message; throws a SyntaxError with ICU's error name for text that is none. Tags and dates inside messages are not used here. */
export function parseMessage(source: string): Message {
  const parts = source === '' ? [] : toParts(parse(source, { ignoreTag: true, shouldParseSkeletons: false }));
  if (parts.length === 0) return '';
  return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : parts;
}

function toParts(elements: readonly MessageFormatElement[]): Part[] {
  return elements.map((element): Part => {
    switch (element.type) {
      case TYPE.literal:
        return element.value;
      case TYPE.argument:
      case TYPE.number:
        return ['arg', element.value];
      case TYPE.pound:
        return ['#'];
      case TYPE.plural:
        return ['plural', element.value, element.offset, element.pluralType === 'ordinal', casesOf(element.options)];
      case TYPE.select:
        return ['select', element.value, casesOf(element.options)];
      default:
        throw new SyntaxError('UNSUPPORTED_ELEMENT');
    }
  });
}

const casesOf = (options: Record<string, { value: MessageFormatElement[] }>): Record<string, Part[]> =>
  Object.fromEntries(Object.entries(options).map(([key, option]) => [key, toParts(option.value)]));

/** Names of all values a message asks for, and whether each is counted (plural) or shown. */
export function argumentsOf(message: Message): ReadonlyMap<string, 'number' | 'text'> {
  const found = new Map<string, 'number' | 'text'>();
  const visit = (parts: readonly Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string' || part[0] === '#') continue;
      if (part[0] === 'arg') {
        if (!found.has(part[1])) found.set(part[1], 'text');
      } else if (part[0] === 'plural') {
        found.set(part[1], 'number');
        Object.values(part[4]).forEach(visit);
      } else {
        if (!found.has(part[1])) found.set(part[1], 'text');
        Object.values(part[2]).forEach(visit);
      }
    }
  };
  if (typeof message !== 'string') visit(message);
  return found;
}
