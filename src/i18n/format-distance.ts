import { findLanguage } from './languages.ts';

/** How far, in words: no more exact than a line on a map is. */
export function formatDistance(km: number, tag: string): string {
  const [value, unit, digits] =
    km < 0.975 ? [Math.max(1, Math.round(km * 20)) * 50, 'meter', 0] : [km, 'kilometer', km < 9.95 ? 1 : 0];
  return new Intl.NumberFormat(findLanguage(tag)?.locale ?? tag, {
    style: 'unit',
    unit,
    maximumFractionDigits: digits,
  }).format(value);
}
