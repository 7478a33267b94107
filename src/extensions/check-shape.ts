import type { Diagnostic } from '../model/diagnostic.ts';
import { extensionProblem, type ShapeRule } from './extension-problem.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFilled = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

/** What a browser would run or draw if somebody opened it: the site's own pages alone may do that. */
const runnable = /\.(x?html?|xht|svg|m?js|cjs|css|wasm|xsl|xslt)$/;

const isDataPath = (path: unknown): path is string =>
  typeof path === 'string' &&
  /^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*(?:\.[a-z0-9]+)+$/.test(path) &&
  !runnable.test(path);

/** Everything that is wrong with the form of what `extensions.ts` gives. */
export function checkShape(given: unknown): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const expect = (isRight: boolean, hook: string, expected: ShapeRule): void => {
    if (!isRight) problems.push(extensionProblem({ kind: 'shape', hook, expected }));
  };
  const items = (value: unknown, hook: string): readonly unknown[] => {
    expect(value === undefined || Array.isArray(value), hook, 'list');
    return Array.isArray(value) ? value : [];
  };

  if (!isObject(given)) {
    expect(false, 'default', 'default');
    return problems;
  }
  for (const part of Object.keys(given)) expect(['checks', 'exports', 'slots'].includes(part), part, 'part');

  const codes = new Set<unknown>();
  for (const [index, check] of items(given['checks'], 'checks').entries()) {
    const { code, severity, message, fix, find } = isObject(check) ? check : {};
    const hook = hookName('checks', index, code);
    expect(typeof code === 'string' && /^[a-z][a-z0-9-]*$/.test(code) && !codes.has(code), hook, 'code');
    codes.add(code);
    expect(severity === undefined || severity === 'warning' || severity === 'error', hook, 'severity');
    const said = [message, fix].every((words) => isObject(words) && isFilled(words['de']) && isFilled(words['en']));
    expect(said, hook, 'words');
    expect(typeof find === 'function', `${hook}.find`, 'function');
  }

  const paths = new Set<unknown>();
  for (const [index, file] of items(given['exports'], 'exports').entries()) {
    const { path, text, make } = isObject(file) ? file : {};
    const hook = hookName('exports', index, path);
    expect(isDataPath(path) && !paths.has(path), hook, 'path');
    paths.add(path);
    expect(isObject(text) && Object.keys(text).length > 0 && Object.values(text).every(isFilled), hook, 'text');
    expect(typeof make === 'function', `${hook}.make`, 'function');
  }

  const { slots } = given;
  expect(slots === undefined || isObject(slots), 'slots', 'slot');
  for (const [name, fill] of Object.entries(isObject(slots) ? slots : {})) {
    expect(['offer', 'start', 'footer'].includes(name), `slots.${name}`, 'slot');
    expect(typeof fill === 'function', `slots.${name}`, 'function');
  }
  return problems;
}

/** `checks[0] (no-level)` */
export const hookName = (part: string, index: number, name: unknown): string =>
  `${part}[${index}]${typeof name === 'string' ? ` (${name})` : ''}`;
