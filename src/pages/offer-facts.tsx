import type { VNode } from 'preact';
import type { CatalogueOffer } from '../model/catalogue.ts';
import { type LocalisedTexts, textsIn } from '../model/translation.ts';
import type { Fact } from '../views/components/facts/facts.tsx';
import { Schedule } from '../views/components/schedule/schedule.tsx';
import { foreign, type ShownText, Text } from '../views/components/text/text.tsx';
import type { PageContext } from '../views/page-context.ts';
import { costText } from './cost-text.ts';
import { organisationName, placeName, termLabel, termsOf } from './names.ts';
import { PlaceAddress } from './place-address.tsx';
import { scheduleLines } from './schedule-text.ts';
import { isolated, languageTitle, optionalText } from './shown-text.ts';
import type { SiteModel } from './site-model.ts';
import { volunteeringFacts } from './volunteering-facts.tsx';

interface Shown {
  readonly offer: CatalogueOffer;
  readonly texts: LocalisedTexts;
  readonly model: SiteModel;
  readonly page: PageContext;
}

/** The facts of an offer in the order in which people ask for them. */
export function offerFacts(offer: CatalogueOffer, model: SiteModel, page: PageContext): Fact[] {
  const { t, formats } = page;
  const { data } = offer;
  const shown: Shown = { offer, texts: textsIn(offer, page.lang), model, page };
  const { accessibility, capacity, childcare } = data;
  const partners = data.partners ?? [];
  const towns = hasMoreTowns(model, offer.towns.length) ? offer.towns : [];
  const residence = termsOf('residence-status', data.audience.residence_status ?? [], model);
  const facts: Array<Fact | false | undefined> = [
    ...volunteeringFacts(offer, page),
    { name: 'audience', icon: 'people', label: t('offer.facts.audience'), value: <Audience {...shown} /> },
    { name: 'when', icon: 'calendar', label: t('offer.facts.when'), value: <When {...shown} /> },
    { name: 'where', icon: 'pin', label: t('offer.facts.where'), value: <Where {...shown} /> },
    {
      name: 'cost',
      icon: 'coin',
      label: t('offer.facts.cost'),
      value: <WithNote value={costText(data.cost, page)} note={noteAt(shown, 'cost.note')} />,
    },
    { name: 'languages', icon: 'speech', label: t('offer.facts.languages'), value: <Languages {...shown} /> },
    { name: 'registration', icon: 'pen', label: t('offer.facts.registration'), value: <Registration {...shown} /> },
    capacity?.state !== undefined && {
      icon: 'people',
      label: t('offer.facts.capacity'),
      value: (
        <WithNote
          value={t(`enum.capacity.${capacity.state}`)}
          note={{ value: t('offer.capacity.as-of', { date: formats.date(capacity.as_of ?? data.reviewed) }) }}
        />
      ),
    },
    // What a helper must know stands among the facts about helping.
    data.volunteering?.german === undefined &&
      data.audience.german !== undefined && {
        icon: 'speech',
        label: t('offer.facts.german'),
        value: <German {...shown} />,
      },
    residence.length > 0 && {
      icon: 'tag',
      label: t('offer.facts.residence'),
      value: <Names names={residence.map((term) => termLabel(term, model, page))} />,
    },
    childcare && {
      icon: 'child',
      label: t('offer.facts.childcare'),
      value: <WithNote value={t(`enum.childcare.${childcare.available}`)} note={noteAt(shown, 'childcare.note')} />,
    },
    data.delivery.includes('on-site') && {
      icon: 'wheelchair',
      label: t('offer.facts.step-free'),
      value: t(`enum.answer.${accessibility.step_free}`),
    },
    accessibility.toilet === 'yes' && {
      icon: 'wheelchair',
      label: t('offer.facts.toilet'),
      value: t('enum.answer.yes'),
    },
    accessibility.sign_language === 'yes' && {
      icon: 'speech',
      label: t('offer.facts.sign-language'),
      value: t('enum.answer.yes'),
    },
    accessibility.plain_language === 'yes' && {
      icon: 'speech',
      label: t('offer.facts.plain-language'),
      value: t('enum.answer.yes'),
    },
    towns.length > 0 && {
      icon: 'home',
      label: t('offer.facts.area'),
      value: <Links folder="orte" ids={towns} nameOf={placeName} {...shown} />,
    },
    {
      icon: 'home',
      label: t('offer.facts.organisation'),
      value: <Links folder="traeger" ids={[data.organisation]} nameOf={organisationName} {...shown} />,
    },
    partners.length > 0 && {
      icon: 'people',
      label: t('offer.facts.partners'),
      value: <Links folder="traeger" ids={partners} nameOf={organisationName} {...shown} />,
    },
    {
      icon: 'tag',
      label: t('offer.facts.topics'),
      value: <Topics {...shown} />,
    },
    {
      icon: 'check',
      label: t('offer.facts.reviewed'),
      value: <time dateTime={data.reviewed}>{formats.date(data.reviewed)}</time>,
    },
  ];
  return facts.filter((fact): fact is Fact => Boolean(fact));
}

/** Looks no further than it must: there are as many places as venues. */
function hasMoreTowns({ catalogue }: SiteModel, count: number): boolean {
  let left = count;
  for (const { data } of catalogue.places.values()) if (data.kind === 'town' && left-- === 0) return true;
  return false;
}

const noteAt = ({ texts, page }: Shown, path: string): ShownText | undefined => optionalText(texts.text(path), page);

function WithNote({ value, note }: { readonly value: string; readonly note?: ShownText }): VNode {
  return (
    <>
      <p>{value}</p>
      <Note note={note} />
    </>
  );
}

function Note({ note }: { readonly note?: ShownText }): VNode | null {
  return note ? (
    <p class="fact-note" {...foreign(note)}>
      {note.value}
    </p>
  ) : null;
}

function Names({ names }: { readonly names: readonly ShownText[] }): VNode {
  return (
    <ul>
      {names.map((name) => (
        <li key={name.value}>
          <Text text={name} />
        </li>
      ))}
    </ul>
  );
}

interface LinksProps extends Shown {
  readonly folder: string;
  readonly ids: readonly string[];
  readonly nameOf: (id: string, model: SiteModel, page: PageContext) => ShownText;
}

function Links({ folder, ids, nameOf, model, page }: LinksProps): VNode {
  return (
    <ul class="link-list" role="list">
      {ids.map((id) => {
        const name = nameOf(id, model, page);
        return (
          <li key={id}>
            <a href={page.link(`${folder}/${id}/`)} {...foreign(name)}>
              {name.value}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Topics({ offer, model, page }: Shown): VNode {
  return (
    <ul class="link-list" role="list">
      {termsOf('topics', offer.data.topics, model).map((term) => {
        const label = termLabel(term, model, page);
        return (
          <li key={term.id}>
            <a href={page.link(`themen/${term.id}/`)} {...foreign(label)}>
              {label.value}
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function Audience({ offer, model, page }: Shown): VNode {
  const { t } = page;
  const { groups, access, age, gender } = offer.data.audience;
  const names = termsOf('target-groups', groups, model).map((term) => isolated(termLabel(term, model, page)));
  const { min, max } = age ?? {};
  const details = [
    gender && gender !== 'all' ? t(`enum.gender.${gender}`) : undefined,
    min !== undefined && max !== undefined
      ? t('offer.age.range', { min, max })
      : min !== undefined
        ? t('offer.age.from', { min })
        : max !== undefined
          ? t('offer.age.to', { max })
          : undefined,
    access && t(`enum.access.${access}`),
  ];
  return (
    <>
      <p>{page.formats.list(names)}</p>
      {details.map((detail) => detail && <Note key={detail} note={{ value: detail }} />)}
    </>
  );
}

function When({ offer, texts, page }: Shown): VNode {
  const lines = scheduleLines(offer.data, texts, page);
  if (lines.length > 0) return <Schedule lines={lines} />;
  const { kind } = offer.data.registration;
  return <p>{kind === 'appointment' ? page.t('enum.registration.appointment') : page.t('offer.when.ask')}</p>;
}

function Where({ offer, model, page }: Shown): VNode {
  const { t } = page;
  const { place, data } = offer;
  const elsewhere = data.delivery.filter((way) => way !== 'on-site').map((way) => t(`enum.delivery.${way}`));
  const others = elsewhere.map((way) => <p key={way}>{way}</p>);
  if (!place) return <>{others.length > 0 ? others : <p>{t('enum.delivery.on-site')}</p>}</>;
  return (
    <>
      <PlaceAddress entry={offer} place={place} model={model} page={page} />
      {others}
    </>
  );
}

function Languages({ offer, texts, page }: Shown): VNode {
  const { t } = page;
  const kinds = (['spoken', 'interpreter', 'material'] as const)
    .map((kind) => ({
      kind,
      entries: offer.data.languages.flatMap((language, index) =>
        language.kind === kind
          ? [{ code: language.code, note: optionalText(texts.text(`languages.${index}.note`), page) }]
          : [],
      ),
    }))
    .filter(({ entries }) => entries.length > 0);
  const own = page.lang.split('-')[0];
  return (
    <>
      {kinds.map(({ kind, entries }) => (
        <div key={kind} class="fact-part">
          {(kinds.length > 1 || kind !== 'spoken') && <p class="label">{t(`enum.language.${kind}`)}</p>}
          <ul class="inline-list">
            {entries.map(({ code, note }) => (
              <li key={code} class={code === own ? 'own' : undefined}>
                {languageTitle(code, page)}
                {note && (
                  <span class="fact-note">
                    {' ('}
                    <Text text={note} />)
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

function Registration({ offer, texts, page }: Shown): VNode {
  const { t, formats, today } = page;
  const { kind, deadline, url } = offer.data.registration;
  return (
    <>
      <p>{t(`enum.registration.${kind}`)}</p>
      {deadline && deadline >= today && <p>{t('offer.registration.deadline', { date: formats.date(deadline) })}</p>}
      {url && (
        <p>
          <a href={url} rel="noopener">
            {t('contact.register')}
          </a>
        </p>
      )}
      <Note note={optionalText(texts.text('registration.note'), page)} />
    </>
  );
}

function German({ offer, page }: Shown): VNode {
  const { t } = page;
  const { min, target } = offer.data.audience.german ?? {};
  return (
    <>
      {min && (
        <p>{min === 'none' ? t('enum.german.none') : t('offer.german.min', { level: t(`enum.german.${min}`) })}</p>
      )}
      {target && <p>{t('offer.german.target', { level: t(`enum.german.${target}`) })}</p>}
    </>
  );
}
