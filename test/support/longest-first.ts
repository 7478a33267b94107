import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, although some have few lines: begun last, they would leave all cores but one idle. */
const long = [
  'browser/every-page',
  'browser/offline',
  'browser/datasheet',
  'browser/budgets',
  'site/killed-build',
  'site/long-run',
  'site/parts',
  'unit/hostile/content',
  'unit/inbox/hand-in',
  'unit/pages/warm-builds',
];

const isLong = ({ moduleId }: TestSpecification): boolean => long.some((name) => moduleId.endsWith(`${name}.test.ts`));

/** Vitest's own order, by how long each file took here before and else by its size, after the files known to be long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
