import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../src/i18n/languages.ts';
import { fold } from '../../../src/search/fold.ts';
import { makeStemmer } from '../../../src/search/stem.ts';
import { stemRulesFor } from '../../../src/search/stem/rules.ts';

const stem = (lang: string, word: string): string => {
  const rules = stemRulesFor(lang);
  return rules ? makeStemmer(rules)(fold(word)) : fold(word);
};

describe('stemmers', () => {
  it.each<[lang: string, forms: string[]]>([
    ['de', ['Kurs', 'Kurse', 'Kursen', 'Kurses']],
    ['de', ['Wohnung', 'Wohnungen']],
    ['de', ['Amt', 'Ämter', 'Amtes', 'Ämtern']],
    ['de', ['Arzt', 'Ärzte', 'Ärztinnen']],
    ['de', ['Kita', 'Kitas']],
    ['de', ['Zeugnis', 'Zeugnisse']],
    ['de-simple', ['Kind', 'Kinder', 'Kindern']],
    ['en', ['course', 'courses']],
    ['en', ['house', 'houses', 'housing']],
    ['en', ['family', 'families']],
    ['en', ['child', 'childs']],
    ['fr', ['cours']],
    ['fr', ['école', 'écoles']],
    ['fr', ['local', 'locaux']],
    ['es', ['curso', 'cursos']],
    ['es', ['trabajador', 'trabajadores', 'trabajadora']],
    ['ar', ['مدرسة', 'المدرسة', 'والمدرسة', 'بالمدرسة']],
    ['ar', ['دورة', 'دورات', 'الدورات']],
    ['ar', ['عربي', 'العربية']],
    ['ar', ['شهادة', 'شهادتي', 'شهادتنا']],
    ['ar', ['بيت', 'بيتي', 'بيتنا']],
    ['ar', ['الماني', 'الألمانية', 'ألمانية']],
    ['fa', ['کلاس', 'کلاس‌ها', 'کلاس‌های']],
    ['fa', ['پسر', 'پسرم', 'پسرمان']],
    ['tr', ['kurs', 'kursu', 'kurslar', 'kursları', 'kurslarda', 'kursa']],
    ['tr', ['çocuk', 'çocuğu', 'çocuklar', 'çocukların']],
    ['ar', ['دكتور', 'عالدكتور', 'وبالدكتور', 'هالدكتور']],
    ['tr', ['öğrenmek', 'öğreniyorum', 'öğrenebilirim', 'öğrenecek']],
    ['tr', ['okul', 'okuluna', 'okulunu', 'okuluma', 'okulumuza', 'okullarına']],
    ['tr', ['borç', 'borcumu', 'borçlarım', 'borçlarımı']],
    ['tr', ['danışmak', 'danışma', 'danışmaya', 'danışması']],
    ['tr', ['taşınmak', 'taşındım', 'taşındık', 'taşınıyorum', 'taşınma']],
    ['tr', ['ehliyet', 'ehliyete', 'ehliyette', 'ehliyetimi']],
    ['tr', ['yardım', 'yardıma', 'yardımı']],
    ['tr', ['ödemek', 'ödeyebilirim', 'ödeyecek']],
    ['uk', ['навчатися', 'навчати']],
    ['ru', ['работа', 'работать', 'работаю', 'работает']],
    ['ru', ['записать', 'записаться']],
    ['uk', ['квартира', 'квартиру', 'квартири', 'квартирі']],
    ['uk', ['лікар', 'лікаря', 'лікарів', 'лікарем']],
    ['ru', ['работа', 'работу', 'работы', 'работой']],
    ['ru', ['бесплатный', 'бесплатные', 'бесплатная']],
    ['bg', ['курс', 'курсове', 'курсът']],
    ['pl', ['kurs', 'kursy', 'kursu', 'kursów', 'kursach']],
    ['ro', ['curs', 'cursuri', 'cursul', 'cursurilor']],
    ['sq', ['kursi', 'kurset', 'kurse']],
    ['ku', ['kurs', 'kursên', 'kursa', 'kursek']],
  ])('%s: %j meet', (lang, forms) => {
    expect(new Set(forms.map((form) => stem(lang, form))).size).toBe(1);
  });

  it.each<[lang: string, a: string, b: string]>([
    ['de', 'Kurs', 'Kur'],
    ['tr', 'hasta', 'has'],
    ['tr', 'hastane', 'hasta'],
    ['tr', 'danışmak', 'danışman'],
    ['ar', 'عالم', 'عام'],
    ['de', 'Arbeit', 'Art'],
    ['tr', 'ev', 'evet'],
    ['tr', 'ekmek', 'ek'],
    ['ru', 'кровать', 'кров'],
    ['ar', 'بيت', 'بنت'],
  ])('%s: %s and %s stay apart', (lang, a, b) => {
    expect(stem(lang, a)).not.toBe(stem(lang, b));
  });

  it('leave words of another script and short words alone', () => {
    expect(stem('ar', 'Kurse')).toBe('kurse');
    expect(stem('de', 'квартири')).toBe('квартири');
    expect(stem('de', 'Tee')).toBe('tee');
  });

  it('exist for every interface language but Tigrinya', () => {
    expect(languages.filter(({ tag }) => !stemRulesFor(tag)).map(({ tag }) => tag)).toEqual(['ti']);
    expect(stemRulesFor('constructor')).toBeUndefined();
  });
});

describe('the German stemmer', () => {
  it('gives a beginning of its word, on which the search for compounds relies', () => {
    const german = fc.string({ unit: fc.constantFrom(...'abdefghiklmnorstuz'), minLength: 1, maxLength: 14 });
    const endings = fc.constantFrom('', 'ungen', 'innen', 'ern', 'en', 'es', 's', 'nisse', 'niss', 'nissen');
    fc.assert(
      fc.property(german, endings, (front, ending) => {
        const word = front + ending;
        expect(word.startsWith(stem('de', word))).toBe(true);
      }),
    );
  });
});
