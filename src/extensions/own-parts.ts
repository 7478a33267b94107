import type { ComponentChildren } from 'preact';
import type { Extension, SlotName } from '../extension.ts';
import type { Catalogue, CatalogueOffer } from '../model/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { labelIn } from '../model/label-in.ts';
import type { OwnParts, PageContext } from '../views/page-context.ts';
import { ExtensionFailed, extensionProblem, reasonOf } from './extension-problem.ts';
import { ownDataFolder } from './own-exports.ts';
import { safeMarkup } from './safe-markup.ts';

/** Seconds that one slot may take over all pages of a language before it is called slow. */
const mostSeconds = 10;

/** Says on the terminal that a slot is slow: by then the content has long been checked. */
const tell = ({ file, words }: Diagnostic): void => console.error(`${file}: ${words?.en.message}`);

/**
 * What the pages of one language show of a town's own code: its files on the page for data, and what fills the slots.
 * Filling one throws `ExtensionFailed` where its code goes wrong: a page that lacks a part must not go online.
 */
export function ownPartsOf(
  { exports = [], slots = {} }: Extension,
  catalogue: Catalogue,
  onSlow: (problem: Diagnostic) => void = tell,
  slow = mostSeconds,
): (page: PageContext) => OwnParts {
  const spent = new Map<SlotName, number>();

  function measure<Value>(slot: SlotName, run: () => Value): Value {
    const started = performance.now();
    const value = run();
    const before = spent.get(slot) ?? 0;
    const after = before + (performance.now() - started) / 1000;
    spent.set(slot, after);
    if (before < slow && after >= slow)
      onSlow(extensionProblem({ kind: 'slow', hook: `slots.${slot}`, seconds: Math.round(after) }));
    return value;
  }

  return (page) => {
    const { lang, dir, path, root, media, link, today, formats } = page;
    const shared = { catalogue, page: { lang, dir, path, root, media, link, today, formats } };
    return {
      exports: exports.map((file) => ({
        href: root + ownDataFolder + file.path,
        title: file.path,
        text: labelIn(file.text, lang, catalogue.site.source_language),
      })),
      fill(slot: SlotName, offer?: CatalogueOffer) {
        const fill = slots[slot] as ((context: object) => ComponentChildren) | undefined;
        if (!fill) return null;
        try {
          const filled = measure(slot, () => safeMarkup(fill(offer ? { ...shared, offer } : shared), media));
          return isEmpty(filled) ? null : filled;
        } catch (error) {
          const reason = `${reasonOf(error)} (${lang}/${path})`;
          throw new ExtensionFailed({ kind: 'failed', hook: `slots.${slot}`, reason });
        }
      },
    };
  };
}

const isEmpty = (markup: ComponentChildren): boolean =>
  markup === null || markup === '' || (Array.isArray(markup) && markup.every(isEmpty));
