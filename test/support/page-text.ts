const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/** What a reader sees of a piece of HTML: no tags, no drawings, single spaces. */
export const visibleText = (html: string): string =>
  html
    .replace(/<(svg|script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

/** The tables of a page, one after another: each row by its heading, each cell by the heading of its column. */
export function tablesIn(html: string): Record<string, Record<string, string>>[] {
  return Array.from(html.matchAll(/<table\b.*?<\/table>/gs), ([table]) => {
    const lines = Array.from(table.matchAll(/<tr\b.*?<\/tr>/gs), ([line]) =>
      Array.from(line.matchAll(/<t[hd]\b.*?<\/t[hd]>/gs), ([cell]) => visibleText(cell)),
    );
    const [[, ...columns] = [], ...rows] = lines;
    return Object.fromEntries(
      rows.map(([name = '', ...cells]) => [
        name,
        Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])),
      ]),
    );
  });
}

/** The element with this id, as far as the next one of the same name begins or it ends; '' where there is none. */
export function partOf(html: string, id: string): string {
  const start = new RegExp(`<(\\w+)[^>]*\\sid="${id}"[^>]*>`).exec(html);
  if (!start) return '';
  const rest = html.slice(start.index + start[0].length);
  const end = new RegExp(`</?${start[1]}\\b`).exec(rest);
  return rest.slice(0, end?.index);
}
