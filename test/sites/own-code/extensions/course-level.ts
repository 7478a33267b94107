import type { OwnCheck } from 'angebotslotse/extension';

/** The network agreed that whoever advises must see at once for whom a course is. */
export const courseLevel: OwnCheck = {
  code: 'course-level',
  message: {
    de: 'Der Kurs „{title}“ sagt nicht, welches Deutsch man mitbringt.',
    en: 'The course “{title}” does not say what German one must bring along.',
  },
  fix: {
    de: 'Ergänzen Sie unter `audience` zum Beispiel:\n  german: { min: A1 }',
    en: 'Add to `audience`, for example:\n  german: { min: A1 }',
  },
  find: ({ catalogue }) =>
    [...catalogue.offers.values()]
      .filter(({ data, homes }) => data.type === 'course' && !data.audience.german?.min && !homes)
      .map(({ file, data }) => ({ file, at: ['audience'], values: { title: data.title } })),
};
