import { isLineList } from '../../datasheet/columns.ts';
import { describeOfferFields, type Field } from '../../datasheet/fields.ts';
import { fieldLabelKey } from '../../datasheet/field-label.ts';
import { optionsOf, type OptionSource } from '../../datasheet/options.ts';
import { directionOf } from '../../i18n/direction-of.ts';
import { findLanguage } from '../../i18n/languages.ts';

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);

/** Rooms for repeatable groups on paper. */
const groupsOnPaper = 2;

/** More choices than fit on a sheet are written in by hand. */
const choicesOnPaper = 40;

const lines = (count: number): string => '<div class="line"></div>'.repeat(count);

const style = `
@page { size: A4; margin: 12mm 15mm }
body { font: 10pt/1.3 system-ui, sans-serif; max-width: 180mm; margin: 0 auto; color: #000; background: #fff }
h1 { font-size: 18pt; margin: 0 0 2mm }
h1, h2, h3 { break-after: avoid }
section { border-top: .5pt solid #888; padding: 1.5mm 0 2mm }
h2 { font-size: 12pt; margin: 0 }
h3 { font-size: 10pt; margin: 1mm 0 0 }
p { margin: .5mm 0 }
.help { color: #333; font-size: 8.5pt }
ul { list-style: none; margin: 1mm 0; padding: 0; columns: 3 45mm; column-gap: 5mm }
li { break-inside: avoid; padding-inline-start: 6mm; text-indent: -6mm }
.box { display: inline-block; inline-size: 3.2mm; block-size: 3.2mm; border: .8pt solid #000; margin-inline-end: 2.8mm; vertical-align: -.3mm }
.line { border-bottom: .6pt solid #000; block-size: 7mm }
.group { margin-inline-start: 4mm; display: grid; grid-template-columns: 1fr 1fr; column-gap: 8mm }
.wide { grid-column: 1 / -1 }
.group > div, ul { break-inside: avoid }
`;

/** The empty data sheet for printing, in any language of the interface. */
export function writeBlankSheet(source: OptionSource, returnTo: readonly string[]): string {
  const { sheetLanguage, language, messages } = source;
  const text = (key: string): string => escapeHtml(messages.get(key) ?? '');
  const title = text('paper.title');
  /** German and English are the languages of the schemas: there they explain each field. */
  const isExplained = language === sheetLanguage || language.startsWith(`${sheetLanguage}-`);

  /** The label in the language of the sheet; a new field may have none yet, and is marked as English. */
  function labelOf(field: Field): { readonly value: string; readonly foreign: string } {
    const own = field.texts[sheetLanguage].title;
    if (isExplained || own === '') return { value: own, foreign: '' };
    const path = field.pattern.filter((step) => step !== '*').join('.');
    const key = fieldLabelKey(path, (name) => messages.has(name));
    if (key !== undefined) return { value: messages.get(key)!, foreign: '' };
    return { value: own, foreign: ` lang="${sheetLanguage}" dir="${directionOf(sheetLanguage)}"` };
  }

  function answer(field: Field): string {
    const options = optionsOf(field, source);
    if (options && options.length > 0 && options.length <= choicesOnPaper) {
      const isOpen = field.vocabulary !== undefined || field.item?.vocabulary !== undefined;
      const hint = text(field.kind === 'list' ? 'paper.choose-several' : 'paper.choose');
      const items = options.map(({ label }) => `<li><span class="box"></span>${escapeHtml(label)}</li>`);
      if (isOpen) items.push(`<li><span class="box"></span>${text('paper.other')} ……………………</li>`);
      return `<p class="help">${hint}</p><ul>${items.join('')}</ul>`;
    }
    return lines(field.isProse && field.kind === 'list' ? 3 : field.isProse && (field.maxLength ?? 0) > 150 ? 2 : 1);
  }

  /** A field inside a group: short answers share a line. */
  function part(field: Field): string {
    const options = optionsOf(field, source);
    const isWide =
      field.kind === 'map' || field.kind === 'list' || (field.maxLength ?? 0) > 200 || (options?.length ?? 0) > 3;
    return `<div${isWide ? ' class="wide"' : ''}>${block(field, 3)}</div>`;
  }

  const parts = (of: Field): string =>
    `<div class="group">${of.fields
      .filter(({ key }) => key !== 'geo')
      .map(part)
      .join('')}</div>`;

  function block(field: Field, level: 2 | 3): string {
    const { value: label, foreign } = labelOf(field);
    const { description, help } = field.texts[sheetLanguage];
    // What the schema says about ids and codes is for those who write files.
    const isFree = field.fields.length === 0 && field.item?.kind !== 'map' && !optionsOf(field, source);
    const explained = isExplained ? [description, level === 2 && isFree ? help : ''].filter(Boolean).join(' ') : '';
    const hint = explained === '' ? '' : `<p class="help">${escapeHtml(explained)}</p>`;
    const mark = field.required ? ' *' : '';
    const head = label === '' ? '' : `<h${level}${foreign}>${escapeHtml(label)}${mark}</h${level}>${hint}`;
    if (field.kind === 'map') return `${head}${field.reference === undefined ? '' : answer(field)}${parts(field)}`;
    if (isLineList(field)) return head + lines(2);
    if (field.item?.kind === 'map') {
      const rooms = Array.from(
        { length: groupsOnPaper },
        (_, index) => `<p><b>${index + 1}.</b></p>${parts(field.item!)}`,
      );
      return head + rooms.join('');
    }
    return head + answer(field);
  }

  // What only the network needs to know, or what a printed sheet cannot hold.
  const fields = describeOfferFields().filter(
    ({ key }) => !['status', 'paused', 'measures', 'funding', 'image', 'review_every', 'capacity'].includes(key),
  );
  const dir = findLanguage(language)?.dir ?? 'ltr';
  return `<!DOCTYPE html>
<html lang="${language}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text('paper.required')}</p>
${fields.map((field) => `<section>${block(field, 2)}</section>`).join('\n')}
<section><h2>${text('paper.body')}</h2>${lines(8)}</section>
<section><h2>${text('paper.return-to')}</h2>${returnTo.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</section>
</main>
</body>
</html>
`;
}
