import type { LanguageTag } from '../model/diagnostic.ts';
import { words } from './tokenize.ts';

/**
 * Words of questions and small talk that say nothing about an offer. They stay in the index; only a query drops them,
 * and only where other words remain. Short on purpose: what is rare in the catalogue weighs much, and these would.
 */
const lists: Readonly<Record<string, string>> = {
  de: 'ich du er sie es wir ihr mein meine meinen meiner meinem mir mich der die das den dem des ein eine einen einem einer und oder aber in im an am auf aus bei mit nach von vom zu zum zur für über um ist sind war bin hat habe haben kann können könnte muss müssen möchte will wollen soll wie wo was wer wann warum welche welcher welches gibt es suche brauche hier da bitte man nicht kein keine auch wenn dass als so sich gerne finde finden bekomme bekommen werden wird machen mache tun jemand jemanden jemandem braucht brauchen unser unsere unseren mehr sehr würde gern gehen sucht bräuchte kriege kriegen bekommt geht kennt weiß mal schon etwas irgendwo lassen sein jetzt meines eures eure euch uns',
  en: 'i you he she it we they my your our the a an and or but in on at of for from to with by is are am was be been do does did can could must should want would need have has how where what who when why which there here please me some any not no if that this get find looking search about as us someone somebody like would wants am im ive just know anyone anybody something his her him them were will going take go dont cant cannot doesnt isnt didnt',
  fr: 'je tu il elle on nous vous ils mon ma mes le la les un une des du de et ou mais dans en au aux sur pour par avec est sont suis ai as avoir être peux peut veux dois comment où quoi que qui quand pourquoi quel quelle cherche besoin trouver ici ne pas ce cette voudrais aimerais voudrait veut cherchons quelqu quelqu’un nos notre ses leur veulent faut puis',
  es: 'yo tú él ella nosotros mi mis su el la los las un una unos unas de del y o pero en al a por para con es son soy estoy tengo tiene hay puedo puede quiero necesito busco encontrar cómo dónde qué quién cuándo cuál aquí no se me',
  ar: 'انا أنت هو هي نحن في من إلى الى على عن مع هل ما ماذا كيف أين اين متى لماذا أي اي هذا هذه هناك أريد اريد ابحث أبحث أحتاج احتاج يمكن يمكنني أن ان لا لي أو او عندي لدي بحاجة حاجة بدي وين شو فضلك اني هنا كان فين ليش شلون كيفاش بدنا بدو بدها عايز عاوز حابب حابة ابغى ابي محتاج محتاجة قديش لازم عم رح حدا مين ممكن لو سمحت الي إلي كم يوجد توجد أجد نريد نحتاج عندنا معي',
  fa: 'من تو او ما شما در از به با برای را که و یا این آن است هست چه کجا چطور چگونه کی چرا کدام می‌خواهم میخواهم دنبال نیاز دارم آیا یک دارم هستم باید میخوام لطفا دنبال می‌گردم می‌کنم کجاست چیست می‌شود میشود می‌توانم میتوانم میتونم می‌تونم می‌توانیم بگیرم کنم کنیم بکنم پیدا تا نیست ندارم باشد خود هم هستیم داریم می‌خوام داره کسی چکار کار‌کنم',
  tr: 've veya ama bir bu şu o ben sen biz siz benim için ile da de mi mı mu mü ne nasıl nerede nereden nereye kim kaç hangi var yok istiyorum arıyorum lazım gerek gerekiyor olan olarak ihtiyacım ihtiyaç isterim lütfen bana beni olmak acaba nedir miyim istiyoruz ediyorum edebilirim yapabilirim alabilirim bulabilirim bulurum bulabiliriz yapmalıyım biri birisi kimse olur bizim onun benimle hakkında gitmeliyim kime',
  uk: 'я ти він вона ми ви мій моя мої та і й або але в у на до з із зі за від для про по як де що хто коли чому який яка які є чи мені мене потрібно потрібна потрібен хочу шукаю можна можу знайти отримати не треба хотіла хотів хочемо потребую будь ласка нам мій мого мою моєї куди де-небудь звернутися шукаємо маю маємо можемо знає підкажіть порадьте моїй моїм наш наша нашої своє свій себе тут там це цей був була було бути',
  ru: 'я ты он она мы вы мой моя мои и или но в во на до с со из за от для про по о об как где что кто когда почему какой какая какие есть ли мне меня нужно нужна нужен хочу ищу можно могу найти получить не надо хотел хотела хотим требуется пожалуйста нам моего мою моей очень куда обратиться подскажите посоветуйте знает нас наш наша тут там это был была было быть себе свой своего свою могут можем ищем',
  pl: 'ja ty on ona my wy mój moja i lub ale w we na do z ze za od dla o po jak gdzie co kto kiedy dlaczego jaki jaka jest są czy mi mnie potrzebuję chcę szukam można mogę znaleźć nie się',
  ro: 'eu tu el ea noi voi meu mea și sau dar în la de din pe cu pentru despre cum unde ce cine când care este sunt am vreau caut nevoie pot găsi nu un o',
  bg: 'аз ти той тя ние вие мой моя и или но в във на до с със от за по как къде какво кой кога защо има ли ми ме трябва искам търся мога намеря не е са',
  sq: 'unë ti ai ajo ne ju im ime dhe ose por në nga për me te tek si ku çfarë kush kur pse cili është janë kam dua kërkoj duhet mund nuk një',
  ku: 'ez tu ew em hûn min te û an lê di de li ji bo bi ku çi kî kengî çima çawa heye hene dixwazim digerim divê ne ev',
  ti: 'ኣነ ንስኻ ንሱ ንሳ ንሕና ኣብ ናብ ካብ ምስ ን ናይ እንታይ ኣበይ መን መዓስ ከመይ ኣሎ ይደሊ እደሊ',
};

/** Folded, without repetition; `de-simple` uses German's. */
export function stopWordsFor(langs: readonly LanguageTag[]): string[] {
  return [...new Set(langs.flatMap((lang) => words(lists[lang.split('-')[0] ?? lang] ?? '')))];
}
