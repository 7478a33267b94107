import {
  parsePhoneNumberFromString as parse,
  type CountryCode,
  type MetadataJson,
  type PhoneNumber,
} from 'libphonenumber-js/core';

interface Phones {
  /** How numbers of the site's own country look. */
  readonly own: MetadataJson;
  readonly loadWorld: () => Promise<MetadataJson>;
}

let phones: Phones | undefined;
let world: MetadataJson | undefined;
let loading = false;

/** Must be called before the first check. */
export const usePhones = (wanted: Phones): void => {
  phones = wanted;
};

/** `+43 …`, `0049 …`: the digits from the country code on; undefined for a number without one. */
function internationalDigits(text: string): string | undefined {
  const digits = text.replace(/[^+\d]/g, '');
  return /^(?:\+|00)(\d+)$/.exec(digits)?.[1];
}

function isForeign(text: string, { country_calling_codes: codes }: MetadataJson): boolean {
  const digits = internationalDigits(text);
  return digits !== undefined && !Object.keys(codes).some((code) => digits.startsWith(code) || code.startsWith(digits));
}

type Parsed = Pick<PhoneNumber, 'isValid' | 'formatInternational'> & { readonly ext?: string };

/**
 * Stands in the rules of the form for `libphonenumber-js/min`: the numbers of all other countries are asked for when
 * somebody types the first of them. Until they are there, a number from abroad has the length that all have.
 */
export function parsePhoneNumberFromString(text: string, country: CountryCode): Parsed | undefined {
  if (!phones) throw new Error('The form has not said which numbers it knows');
  const { own, loadWorld } = phones;
  if (!isForeign(text, own)) return parse(text, country, own);
  if (world) return parse(text, country, world);
  if (!loading) {
    loading = true;
    void load(loadWorld);
  }
  const digits = internationalDigits(text) ?? '';
  return { isValid: () => digits.length >= 7 && digits.length <= 15, formatInternational: () => `+${digits}` };
}

async function load(loadWorld: Phones['loadWorld']): Promise<void> {
  try {
    world = await loadWorld();
  } catch {
    // Asked for again with the next key that is pressed.
    loading = false;
  }
}
