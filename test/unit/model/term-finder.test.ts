import { describe, expect, it } from 'vitest';
import type { Term } from '../../../src/model/catalogue.ts';
import { termFinder } from '../../../src/model/term-finder.ts';

const term = (id: string, de: string, synonyms: Term['synonyms'] = {}): Term => ({
  id,
  label: { de, ar: 'كلمة' },
  mapsTo: {},
  synonyms,
});

const terms = [
  term('jobcenter', 'Jobcenter', { de: ['Jobcenters'], ar: ['الجوب سنتر'], ku: ['Jobcenterê'], fa: ['جاب‌سنتر'] }),
  term('kita', 'Kita', { de: ['Kitas', 'Kita-Platz'] }),
  term('wbs', 'Wohnberechtigungsschein (WBS)', { de: ['WBS', 'Wohnberechtigungsschein'] }),
  term('anmeldung', 'Anmeldung (Wohnsitz)', { de: ['Wohnsitz anmelden'], en: ['Anmeldung'] }),
  term('amt', 'Ausländerbehörde'),
];

/** What is found: `jobcenter: Jobcenters`. */
const find = (text: string, lang = 'de'): string[] =>
  termFinder(terms, 'de', lang)(text).map(({ id, start, end }) => `${id}: ${text.slice(start, end)}`);

describe('termFinder', () => {
  it('finds whole words and their forms, whatever stands around them', () => {
    expect(find('Gehen Sie zum Jobcenter. Die „Kitas“ des Jobcenters (Kita?)')).toEqual([
      'jobcenter: Jobcenter',
      'kita: Kitas',
      'jobcenter: Jobcenters',
      'kita: Kita',
    ]);
    expect(find('Jobcenterleitung, Kitabuch, Nikita')).toEqual([]);
    expect(find("Jobcenter'a gidin", 'tr')).toEqual(['jobcenter: Jobcenter']);
    expect(find('die auslÄnderbehörde')).toEqual(['amt: auslÄnderbehörde']);
  });

  it('takes the longest form, over a space or a hyphen of any kind, and a part of a compound that has none of its own', () => {
    expect(find('Kita-Platz')).toEqual(['kita: Kita-Platz']);
    expect(find('Kita Platz, Kita‑Platz')).toEqual(['kita: Kita Platz', 'kita: Kita‑Platz']);
    expect(find('Kita-Beirat')).toEqual(['kita: Kita']);
    expect(find('Kita. Platz')).toEqual(['kita: Kita']);
  });

  it('finds German words in texts of every language, and the forms of that language in its own texts only', () => {
    expect(find('من مركز العمل (Jobcenter)', 'ar')).toEqual(['jobcenter: Jobcenter']);
    expect(find('اذهب إلى الجوب سنتر اليوم', 'ar')).toEqual(['jobcenter: الجوب سنتر']);
    expect(find('در جاب‌سنتر', 'fa')).toEqual(['jobcenter: جاب‌سنتر']);
    expect(find('li Jobcenterê', 'ku')).toEqual(['jobcenter: Jobcenterê']);
    expect(find('li Jobcenterê', 'de')).toEqual([]);
    expect(find('هذه كلمة', 'ar')).toEqual([]);
    expect(find('Das Jobcenter hilft.', 'de-simple')).toEqual(['jobcenter: Jobcenter']);
  });

  it('does not look for a name with brackets, and for a form with capitals only as it is written', () => {
    expect(find('Anmeldung: 10 Uhr')).toEqual([]);
    expect(find('your Anmeldung', 'en')).toEqual(['anmeldung: Anmeldung']);
    expect(find('Sie müssen den Wohnsitz anmelden.')).toEqual(['anmeldung: Wohnsitz anmelden']);
    expect(find('Mit WBS, nicht mit wbs')).toEqual(['wbs: WBS']);
  });

  it('leaves addresses alone', () => {
    expect(find('jobcenter@example.org, www.jobcenter.example, https://example.org/kita')).toEqual([]);
    expect(find('Jobcenter/Kita')).toEqual(['jobcenter: Jobcenter', 'kita: Kita']);
  });

  it('needs no longer for a text that is made to be slow', () => {
    const text = 'Kita-'.repeat(20_000);
    const start = performance.now();
    expect(find(text).length).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

it('finds a word in small letters and in capitals, whatever its script, also where a letter has two units', () => {
  for (const form of ['ämter', 'straße', 'изба', 'ωδή', '𐐨𐐩𐐪', 'ጤና', 'kelvin', 'x']) {
    const findForm = termFinder([term('it', form)], 'de', 'de');
    const capitals = form.toUpperCase().toLowerCase() === form ? [form.toUpperCase()] : [];
    for (const written of [form, ...capitals])
      for (const text of [written, `Im İlçe, ${written}.`, `𝔞 ${written} ı`])
        expect(findForm(text).map(({ start, end }) => text.slice(start, end))).toEqual([written]);
  }
  // The Kelvin sign is a K in another coat.
  expect(termFinder([term('it', 'kelvin')], 'de', 'de')('20 \u212aelvin')).toHaveLength(1);
});
