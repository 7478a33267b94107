import { describe, expect, it } from 'vitest';
import {
  isEmail,
  isLanguageTag,
  isTime,
  isWebAddress,
  normalisePhone,
  suggestLanguageTag,
  suggestTime,
  suggestWebAddress,
} from '../../../src/check/formats.ts';

describe('times', () => {
  it.each(['00:00', '09:30', '23:59'])('%s is one', (text) => expect(isTime(text)).toBe(true));
  it.each([
    ['9:00', '09:00'],
    ['9.30 Uhr', '09:30'],
    ['9 Uhr', '09:00'],
    ['3 pm', '15:00'],
    ['16h30', '16:30'],
    ['25:10', ''],
    ['24:00', ''],
    ['nachmittags', ''],
  ])('%s is none; meant: %j', (text, suggestion) => {
    expect(isTime(text)).toBe(false);
    expect(suggestTime(text)).toBe(suggestion);
  });
});

describe('languages', () => {
  it.each([
    'de',
    'de-simple',
    'ar',
    'uk',
    'ti',
    'ku',
    'kmr',
    'ckb',
    'prs',
    'rom',
    'aii',
    'zh-Hans',
    'sr-Latn',
    'pt-BR',
    'snk',
    'dyu',
  ])('%s is one', (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  });
  it.each([
    ['DE', 'de'],
    ['deu', 'de'],
    ['deutsch', 'de'],
    ['Ukrainisch', 'uk'],
    ['arabic', 'ar'],
    ['العربية', 'ar'],
    ['türkçe', 'tr'],
    ['Farsi', 'fa'],
    ['zh-hans', 'zh-Hans'],
    ['pt_BR', 'pt-BR'],
    ['klingonisch', ''],
    ['xx', ''],
    ['', ''],
    ['de-', ''],
  ])('%j is none; meant: %j', (tag, suggestion) => {
    expect(isLanguageTag(tag)).toBe(false);
    expect(suggestLanguageTag(tag)).toBe(suggestion);
  });
});

describe('telephone numbers', () => {
  it.each([
    '+49 221 4710123',
    '+492214710123',
    '0221 4710123',
    '0221/4710-123',
    '(0221) 4710123',
    '+49 (0)221 4710123',
    '0049 221 4710123',
  ])('%s can be dialled', (text) => {
    expect(normalisePhone(text, 'DE')).toBe('+49 221 4710123');
  });
  it.each([
    '4710123',
    '0221',
    '+49',
    '0221 4710123 oder 4710124',
    '0221 4710123 (Frau X)',
    'nach Vereinbarung',
    '',
    '+999 1234567',
  ])('%j cannot', (text) => {
    expect(normalisePhone(text, 'DE')).toBeUndefined();
  });
});

describe('e-mail addresses', () => {
  it.each(['a@example.org', 'vor.nach+x@mail.example.org', 'büro@bücherei.example.org'])('%s is one', (text) =>
    expect(isEmail(text)).toBe(true),
  );
  it.each([
    'a',
    'a@b',
    'a@example.org, b@example.org',
    'a b@example.org',
    '<a@example.org>',
    'a(at)example.org',
    '.a@example.org',
    'a..b@example.org',
    'a@-example.org',
    'mailto:a@example.org',
  ])('%s is none', (text) => expect(isEmail(text)).toBe(false));
});

describe('web addresses', () => {
  it.each(['https://www.example.org', 'http://example.org/a?b=c#d', 'https://bücher.example.org/ä'])(
    '%s is one',
    (text) => expect(isWebAddress(text)).toBe(true),
  );
  it.each([
    ['www.example.org', 'https://www.example.org'],
    ['example.org/flyer.pdf', 'https://example.org/flyer.pdf'],
    ['javascript:alert(1)', ''],
    ['ftp://example.org', ''],
    ['https://bank.example@evil.example.org', ''],
    ['https://localhost', ''],
    ['https://www example.org', ''],
    ['//example.org', ''],
    ['siehe Flyer', ''],
  ])('%s is none; meant: %j', (text, suggestion) => {
    expect(isWebAddress(text)).toBe(false);
    expect(suggestWebAddress(text)).toBe(suggestion);
  });
});
