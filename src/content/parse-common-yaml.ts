/**
 * Reads the YAML that data sheets are written in: maps and lists by indentation, short ones in brackets on one line, texts
 * on one line, with or without quotation marks. Gives `undefined` for everything else, also for every mistake: then the
 * `yaml` package has to read it. What it does read, it reads as that package does with the core schema of YAML 1.2; see
 * test/unit/content/parse-common-yaml.test.ts.
 */
export function parseCommonYaml(yaml: string): Record<string, unknown> | undefined {
  if (unusual.test(yaml)) return undefined;
  const lines = new Lines(yaml);
  if (!lines.next() || lines.indent !== 0) return undefined;
  const value = readMap(lines, 0, 0);
  return value === other || !lines.isAtEnd ? undefined : value;
}

/** Not in the common form. */
const other = Symbol('other');
type Other = typeof other;

/** Tabs, what no editor shows, marks of a document. */
const unusual =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\p{Surrogate}|^(?:---|\.\.\.|%)/mu;

/** Far less than the reader of all YAML allows. */
const depthLimit = 12;

/** The lines that say something, one after the other. */
class Lines {
  readonly #yaml: string;
  #start = 0;
  isAtEnd = false;
  /** Spaces before the line's content. */
  indent = 0;
  /** The line without spaces at its ends. */
  text = '';

  constructor(yaml: string) {
    this.#yaml = yaml;
  }

  /** Goes to the next line that is neither empty nor a comment; false where there is none. */
  next(): boolean {
    while (this.#start < this.#yaml.length) {
      let end = this.#yaml.indexOf('\n', this.#start);
      if (end === -1) end = this.#yaml.length;
      let first = this.#start;
      while (first < end && this.#yaml.charCodeAt(first) === space) first += 1;
      const start = this.#start;
      this.#start = end + 1;
      if (first === end || this.#yaml.charCodeAt(first) === hash) continue;
      let last = end;
      while (this.#yaml.charCodeAt(last - 1) === space) last -= 1;
      this.indent = first - start;
      this.text = this.#yaml.slice(first, last);
      return true;
    }
    this.isAtEnd = true;
    return false;
  }

  /** Takes the marks of a list's item off the line, so that what follows stands as on a line of its own. */
  skip(count: number): void {
    this.indent += count;
    this.text = this.text.slice(count);
  }
}

const space = 0x20;
const hash = 0x23;

/** A key as schemas have them, or a language; then a blank or the end of the line. */
const keyPattern = /^([A-Za-z_][\w-]*):(?: +|$)/;
/** Would be no texts. */
const notText = /^(?:null|true|false)$/i;

function readMap(lines: Lines, indent: number, depth: number): Record<string, unknown> | Other {
  if (depth > depthLimit) return other;
  const map: Record<string, unknown> = {};
  do {
    const found = keyPattern.exec(lines.text);
    const key = found?.[1];
    if (key === undefined || Object.hasOwn(map, key) || key === '__proto__' || notText.test(key)) return other;
    const rest = lines.text.slice(found![0].length);
    const value = rest === '' ? readBelow(lines, indent, depth) : readOnLine(lines, rest, indent);
    if (value === other) return other;
    map[key] = value;
  } while (!lines.isAtEnd && lines.indent === indent);
  // Deeper than what came before: a text that goes on, or a mistake.
  return !lines.isAtEnd && lines.indent > indent ? other : map;
}

/** What stands below a key: more deeply, or a list at the same depth, or nothing. */
function readBelow(lines: Lines, indent: number, depth: number): unknown {
  if (!lines.next() || lines.indent < indent) return null;
  const isList = lines.text.startsWith('- ');
  if (lines.indent === indent && !isList) return null;
  return isList ? readList(lines, lines.indent, depth + 1) : readMap(lines, lines.indent, depth + 1);
}

function readList(lines: Lines, indent: number, depth: number): unknown[] | Other {
  if (depth > depthLimit) return other;
  const list: unknown[] = [];
  while (!lines.isAtEnd && lines.indent === indent && lines.text.startsWith('- ')) {
    let marks = 2;
    while (lines.text.charCodeAt(marks) === space) marks += 1;
    lines.skip(marks);
    const value = keyPattern.test(lines.text)
      ? readMap(lines, lines.indent, depth + 1)
      : readOnLine(lines, lines.text, indent);
    if (value === other) return other;
    list.push(value);
  }
  return !lines.isAtEnd && lines.indent > indent ? other : list;
}

/** A value that fills the rest of a line; goes to the next line, which must not belong to it. */
function readOnLine(lines: Lines, text: string, indent: number): unknown {
  const first = text.charCodeAt(0);
  let value: unknown;
  if (first === 0x5b || first === 0x7b) {
    const flow = new Flow(text);
    value = flow.read(0);
    if (!flow.isAtEnd) return other;
  } else if (first === 0x27 || first === 0x22) {
    const end = closingMark(text, 0);
    value = end === text.length - 1 ? quoted(text) : other;
  } else value = plain(text);
  if (value === other) return other;
  return lines.next() && lines.indent > indent ? other : value;
}

/** Begins what is no text, or may be no text. */
const indicator = /^(?:[,[\]{}#&*!|>'"%@`~]|[?:-](?: |$))/;

/** A text without quotation marks, a number, a boolean or null. */
function plain(text: string): unknown {
  if (indicator.test(text) || text.includes(': ') || text.includes(' #') || text.endsWith(':')) return other;
  const first = text.charCodeAt(0);
  // Digits and signs come before letters.
  if (first <= 0x39) {
    if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/.test(text)) return Number(text);
    return /^[-+.]?[\d.]+(?:e[-+]?\d+)?$|^[-+]?\.(?:inf|nan)$|^0[ox]/i.test(text) ? other : text;
  }
  if (!notText.test(text)) return text;
  if (text === 'true') return true;
  return text === 'false' ? false : other;
}

/** Index of the quotation mark that closes the one at `start`; -1 where there is none on this line, or an escape. */
function closingMark(text: string, start: number): number {
  const mark = text[start]!;
  let end = text.indexOf(mark, start + 1);
  if (mark === '"') return text.slice(start, end).includes('\\') ? -1 : end;
  while (end !== -1 && text[end + 1] === "'") end = text.indexOf("'", end + 2);
  return end;
}

const quoted = (text: string): string =>
  text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text.slice(1, -1);

/** Lists and maps in brackets on one line. */
class Flow {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  read(depth: number): unknown {
    if (depth > depthLimit) return other;
    const char = this.#text[this.#at];
    if (char === '[') return this.#list(depth);
    if (char === '{') return this.#map(depth);
    if (char === "'" || char === '"') return this.#quoted();
    return this.#plain();
  }

  #skipSpaces(): void {
    while (this.#text.charCodeAt(this.#at) === space) this.#at += 1;
  }

  /** Goes over a comma; true at the closing bracket, which it goes over, too. */
  #isClosed(bracket: string): boolean | Other {
    this.#skipSpaces();
    const char = this.#text[this.#at];
    this.#at += 1;
    if (char === bracket) return true;
    if (char !== ',') return other;
    this.#skipSpaces();
    return this.#text[this.#at] === bracket ? other : false;
  }

  #list(depth: number): unknown[] | Other {
    const list: unknown[] = [];
    this.#at += 1;
    this.#skipSpaces();
    if (this.#text[this.#at] === ']') {
      this.#at += 1;
      return list;
    }
    for (;;) {
      const value = this.read(depth + 1);
      if (value === other) return other;
      list.push(value);
      const closed = this.#isClosed(']');
      if (closed === other) return other;
      if (closed) return list;
    }
  }

  #map(depth: number): Record<string, unknown> | Other {
    const map: Record<string, unknown> = {};
    this.#at += 1;
    this.#skipSpaces();
    if (this.#text[this.#at] === '}') {
      this.#at += 1;
      return map;
    }
    for (;;) {
      const found = flowKey.exec(this.#text.slice(this.#at));
      const key = found?.[1];
      if (key === undefined || Object.hasOwn(map, key) || key === '__proto__' || notText.test(key)) return other;
      this.#at += found![0].length;
      const value = this.read(depth + 1);
      if (value === other) return other;
      map[key] = value;
      const closed = this.#isClosed('}');
      if (closed === other) return other;
      if (closed) return map;
    }
  }

  #quoted(): string | Other {
    const end = closingMark(this.#text, this.#at);
    if (end === -1) return other;
    const value = quoted(this.#text.slice(this.#at, end + 1));
    this.#at = end + 1;
    return value;
  }

  #plain(): unknown {
    const rest = this.#text.slice(this.#at);
    const length = rest.search(/[,[\]{}]|$/);
    const text = rest.slice(0, length).replace(/ +$/, '');
    if (text === '') return other;
    this.#at += length;
    return plain(text);
  }
}

const flowKey = /^([A-Za-z_][\w-]*): +/;
