import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeAddress } from '../../../src/views/whole-address.ts';

const sites = [
  'https://example.org',
  'https://example.org/',
  'https://example.org:8080/base/page',
  'http://EXAMPLE.org',
];

test.each(['/', '/de/', '/de/angebote/sprach-cafe/', '/base/media/plan.pdf'])('%s stands on the site', (path) => {
  for (const site of sites) expect(wholeAddress(path, site)).toBe(new URL(path, site).href);
});

test.each(['/../de/', '//elsewhere.example.org/', '/de/./x', '/de/größe/', '/a b', '', '/de/?id=1#top'])(
  '%s is left to URL',
  (path) => {
    for (const site of sites) expect(wholeAddress(path, site)).toBe(new URL(path, site).href);
  },
);

test('any path is what URL makes of it', () => {
  const sign = fc.constantFrom('/', '.', '-', '_', 'a', 'Z', '0', 'ß', ' ', '%', '?', '#', '\\', ':', '\n');
  fc.assert(
    fc.property(fc.array(sign), fc.constantFrom(...sites), (signs, site) => {
      const path = `/${signs.join('')}`;
      expect(outcome(() => wholeAddress(path, site))).toBe(outcome(() => new URL(path, site).href));
    }),
  );
});

const outcome = (make: () => string): string => {
  try {
    return make();
  } catch {
    return 'no address';
  }
};
