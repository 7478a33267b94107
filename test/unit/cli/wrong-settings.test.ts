import { describe, expect, test } from 'vitest';
import { wrongSettings } from '../../../src/cli/wrong-settings.ts';

test('settings that can be followed are none to speak of', () => {
  const env = {
    BUILD_DATE: '2024-02-29',
    BUILD_PART: '3/8',
    BUILD_THREADS: '4',
    SITE_URL: 'http://localhost:8080/',
    GALLERY: '1',
    LOCAL_ADMIN: '0',
    PREVIEW_IMAGES: '',
    CONTENT_DIR: 'anything',
  };
  expect(wrongSettings(env, 'de')).toBeUndefined();
  expect(wrongSettings({}, 'en')).toBeUndefined();
});

describe('a setting that cannot be followed is named with what it should be', () => {
  test.each([
    ['BUILD_DATE', 'morgen', 'a day that exists'],
    ['BUILD_DATE', '2026-02-29', 'a day that exists'],
    ['BUILD_PART', '9/8', 'a part like 3/8'],
    ['BUILD_THREADS', 'abc', 'a number from 1 to 99'],
    ['BUILD_THREADS', '0', 'a number from 1 to 99'],
    ['SITE_URL', 'www.example.org', 'a whole address'],
    ['PREVIEW_IMAGES', 'yes', '0 or 1'],
  ])('%s=%s', (name, value, wanted) => {
    const said = wrongSettings({ [name]: value }, 'en');
    expect(said).toContain(`${name} is “${value}”`);
    expect(said).toContain(wanted);
  });

  test('all of them at once', () => {
    expect(wrongSettings({ BUILD_DATE: 'morgen', BUILD_THREADS: 'viele' }, 'de')).toBe(
      'BUILD_DATE ist „morgen“. Gemeint ist ein Tag, den es gibt, wie 2026-11-22.\n' +
        'BUILD_THREADS ist „viele“. Gemeint ist eine Zahl von 1 bis 99.',
    );
  });
});
