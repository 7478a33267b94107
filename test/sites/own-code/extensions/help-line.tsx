import type { CatalogueOffer, SlotContext } from 'angebotslotse/extension';

/** Under the facts of every course: whom to ask about the way there. */
export function helpLine({ offer, page }: SlotContext & { readonly offer: CatalogueOffer }) {
  if (offer.data.type !== 'course') return null;
  return (
    <p lang={page.lang} class="help-line">
      {page.lang === 'de' ? 'Fragen zum Weg? ' : 'How to get there? '}
      <a href={page.link(`orte/${offer.towns[0]}/`)}>Eichsiel</a>
    </p>
  );
}
