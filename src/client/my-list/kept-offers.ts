/** Ids of offers, the one kept last at the end. They stay on the device and are kept only when the reader says so. */
const key = 'angebotslotse-list';

/** A link with more would be too long for a QR code that a phone can read. */
export const mostKept = 50;

const idPattern = /^[a-z0-9]+(--?[a-z0-9]+)*$/;

/** The ids in a text such as `a,b,c`; whatever else is in it is left out. */
export const idsIn = (text: string): string[] =>
  [...new Set(text.split(','))].filter((id) => idPattern.test(id)).slice(0, mostKept);

/** Ids after the `#` of an address; some messengers write the comma between them as `%2C`. */
export const idsInHash = (hash: string): string[] => idsIn(hash.slice(1).replace(/%2c/gi, ','));

export function keptOffers(): string[] {
  try {
    return idsIn(localStorage.getItem(key) ?? '');
  } catch {
    return [];
  }
}

/** False where the browser refuses to keep anything. */
export function keepOffers(ids: readonly string[]): boolean {
  try {
    if (ids.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, idsIn(ids.join(',')).join(','));
    return true;
  } catch {
    return false;
  }
}

/** Calls back when another tab changes the list. */
export const onListChange = (changed: () => void): void =>
  addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) changed();
  });
