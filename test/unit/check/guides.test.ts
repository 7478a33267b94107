import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue.ts';
import { contentFolder, today, validFile } from '../../support/content-folder.ts';

const guide = (step: string): string =>
  `---\ntitle: Ankommen\nsummary: Die ersten Tage in Lindenau.\nsteps:\n  - title: Anmelden\n    text: Gehen Sie ins Rathaus.\n${step}---\n`;

async function problemsWith(files: Record<string, string>): Promise<string[]> {
  const { problems } = await loadCatalogue({ contentDir: contentFolder(undefined, files), today });
  return problems.map(
    ({ file, code, at, args }) => `${file} ${Array.isArray(at) ? at.join('.') : ''} ${code} ${JSON.stringify(args)}`,
  );
}

describe('a guide', () => {
  it('is in the catalogue with its steps, in the order of the guides', async () => {
    const { value, problems } = await loadCatalogue({
      contentDir: contentFolder(undefined, {
        'guides/zweiter.md': guide('    find: { topics: [learn-german] }\n').replace('steps:', 'order: 20\nsteps:'),
        'guides/erster.md': guide('    offers: [sprachcafe]\n').replace('steps:', 'order: 10\nsteps:'),
      }),
      today,
    });
    expect(problems).toEqual([]);
    expect([...value!.guides.keys()]).toEqual(['erster', 'zweiter']);
    expect(value!.guides.get('erster')!.data.steps[0]?.offers).toEqual(['sprachcafe']);
  });

  it.each([
    ['    find: { topics: [learn-germn] }\n', 'steps.0.find.topics.0', 'learn-germn'],
    ['    find: { target_groups: [newcomer] }\n', 'steps.0.find.target_groups.0', 'newcomer'],
    ['    offers: [sprachcaf]\n', 'steps.0.offers.0', 'sprachcaf'],
  ])('names only what there is: %j', async (step, at, id) => {
    const [first = ''] = await problemsWith({ 'guides/ankommen.md': guide(step) });
    expect(first).toContain(`guides/ankommen.md ${at} unknown-reference`);
    expect(first).toContain(`"id":"${id}"`);
  });

  it('may have steps that ask for no offers', async () => {
    expect(await problemsWith({ 'guides/ankommen.md': guide('    when: first-days\n') })).toEqual([]);
  });

  it('stands under situations in life that exist', async () => {
    const text = guide('').replace('steps:', 'situations: [wrok]\nsteps:');
    expect((await problemsWith({ 'guides/ankommen.md': text })).join()).toContain('"suggestion":"work"');
  });
});

describe('situations in life', () => {
  it('may ask for kinds of offers, which are fixed', async () => {
    const file = (types: string): Record<string, string> => ({
      'vocabularies/life-situations.yml': `terms:\n  - id: work\n    maps_to: { types: [${types}] }\n`,
    });
    expect(await problemsWith(file('course'))).toEqual([]);
    expect((await problemsWith(file('cours'))).join()).toContain('"suggestion":"course"');
  });
});

describe('emergency numbers', () => {
  const numbers = (text: string): Record<string, string> => ({ 'emergency.yml': `numbers:\n${text}` });

  it('join the built-in ones', async () => {
    const { value, problems } = await loadCatalogue({
      contentDir: contentFolder(
        undefined,
        numbers(
          '  - { id: poison, kind: emergency, phone: +49 221 4710112, name: { de: Giftnotruf, en: Poison centre } }\n  - { id: parents, hidden: true }\n',
        ),
      ),
      today,
    });
    expect(problems).toEqual([]);
    const ids = value!.emergency.map(({ id }) => id);
    expect(ids).toContain('ambulance-fire');
    expect(ids).not.toContain('parents');
    expect(ids.at(-1)).toBe('poison');
  });

  it.each([
    ['  - { id: a, kind: helpline, name: { de: A, en: A } }\n', 'missing-field {"field":"numbers[0].phone"}'],
    ['  - { id: police }\n  - { id: police }\n', 'duplicate-term'],
    ['  - { id: a, kind: helpline, phone: "112", name: { de: A } }\n', 'vocabulary-label-missing'],
    ['  - { id: a, kind: helpline, phone: "112", name: { en: A } }\n', 'label-missing'],
    ['  - { id: a, kind: helpline, phone: eins, name: { de: A, en: A } }\n', 'bad-pattern'],
    ['  - { id: police, reviewed: 2027-01-01 }\n', 'review-in-future'],
  ])('are named once, whole and in every language: %j', async (text, expected) => {
    expect((await problemsWith(numbers(text))).join('\n')).toContain(expected);
  });

  it('are not reported as missing where they are wrong', async () => {
    const found = await problemsWith(numbers('  - { id: a, kind: helpline, phone: eins, name: { de: A, en: A } }\n'));
    expect(found).toHaveLength(1);
  });
});

describe('the video in sign language', () => {
  it('is there, with all that belongs to it', async () => {
    const site = `${validFile('site.yml')}sign_language: { video: dgs.mp4, poster: dgs.jpg, transcript: dgs-text }\n`;
    const found = (await problemsWith({ 'site.yml': site })).map((line) => line.split(' ').slice(1, 3).join(' '));
    expect(found.sort()).toEqual([
      'sign_language.poster image-missing',
      'sign_language.transcript unknown-reference',
      'sign_language.video document-missing',
    ]);
    const whole = await problemsWith({
      'site.yml': `${validFile('site.yml')}sign_language: { video: dgs.mp4, captions: dgs.vtt }\n`,
      'media/dgs.mp4': 'video',
      'media/dgs.vtt': 'WEBVTT',
    });
    expect(whole).toEqual([]);
  });
});
