import type { ExportFile } from '../exports/export-file.ts';
import type { Exporting } from '../exports/exporting.ts';
import type { Extension } from '../extension.ts';
import { hookName } from './check-shape.ts';
import { ExtensionFailed, reasonOf } from './extension-problem.ts';

/** Below the site's root; the project puts nothing there, so that a name of the town's own stays its own. */
export const ownDataFolder = 'data/own/';

/** The town's own files for other programs. Making one throws `ExtensionFailed` where its code goes wrong. */
export function ownExports({ exports = [] }: Extension, exporting: Exporting): ExportFile[] {
  const { catalogue, offers, lang, date, address, offerAddress, label, placeName, organisationName, uuid } = exporting;
  const context = { catalogue, offers, lang, date, address, offerAddress, label, placeName, organisationName, uuid };
  return exports.map(({ path, make }, index) => ({
    path: ownDataFolder + path,
    make() {
      const hook = hookName('exports', index, path);
      let made: unknown;
      try {
        made = make(context);
      } catch (error) {
        throw new ExtensionFailed({ kind: 'failed', hook, reason: reasonOf(error) });
      }
      if (typeof made === 'string' || made instanceof Uint8Array) return made;
      throw new ExtensionFailed({ kind: 'shape', hook, expected: 'bytes' });
    },
  }));
}
