import type { Offer } from '../model/schema.generated.ts';
import type { PageContext } from '../views/page-context.ts';

/** What an offer costs, in a few words. */
export function costText({ kind, amount, unit }: Offer['cost'], { t, formats }: PageContext): string {
  if (kind === 'free' || amount === undefined) return t(`enum.cost.${kind}`);
  const euros = formats.euro(amount);
  const text = unit ? t(`enum.cost-unit.${unit}`, { amount: euros }) : euros;
  return kind === 'partly' ? t('offer.cost.amount-from', { amount: text }) : text;
}
