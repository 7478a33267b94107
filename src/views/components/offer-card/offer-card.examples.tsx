import type { Examples } from '../../example-sets.ts';
import { OfferCard, type OfferCardData } from './offer-card.tsx';

export const plainCard: OfferCardData = {
  href: '#card',
  title: { value: 'Sprachcafé am Hafen', lang: 'de' },
  summary: { value: 'Deutsch sprechen bei Kaffee und Kuchen: jeden Dienstag, ohne Anmeldung.', lang: 'de' },
  kind: 'Treffpunkt',
  when: 'Dienstag, 16:00–18:00 Uhr',
  where: { value: 'Brinkenau', lang: 'de' },
  cost: 'kostenlos',
  languages: 'Deutsch, Arabisch und Ukrainisch',
};

export const examples: Examples = {
  plain: ({ t }) => <OfferCard level={3} card={{ ...plainCard, kind: t('enum.type.meeting-point') }} />,
  'least data': ({ t }) => (
    <OfferCard level={3} card={{ href: '#least', title: { value: 'Chor' }, kind: t('enum.type.event') }} />
  ),
  'very long words': ({ t }) => (
    <OfferCard
      level={3}
      card={{
        ...plainCard,
        kind: t('enum.type.counselling'),
        title: {
          value: 'Aufenthaltserlaubnisverlängerungsberatung und Berufsanerkennungszuschussantragshilfe',
          lang: 'de',
        },
        where: { value: 'Oberhollenstedt-Kirchwerderbrückenhausen', lang: 'de' },
      }}
    />
  ),
  'Arabic, on pause': ({ t }) => (
    <OfferCard
      level={3}
      card={{
        ...plainCard,
        kind: t('enum.type.course'),
        title: { value: 'دورة لغة ألمانية للنساء (A1)', lang: 'ar' },
        summary: { value: 'تعلّم الألمانية صباحًا مع رعاية للأطفال.', lang: 'ar' },
        badges: [{ tone: 'wait', label: t('card.paused') }],
      }}
    />
  ),
  'found words': ({ t }) => (
    <OfferCard
      level={3}
      card={{ ...plainCard, kind: t('enum.type.course') }}
      titleMarks={[[0, 6]]}
      summaryMarks={[[0, 7]]}
    />
  ),
};
