import type { Catalogue } from '../model/catalogue.ts';
import type { Snapshot } from '../model/schema.generated.ts';
import { countMatrix, offerFacts, type Matrix } from './matrix.ts';
import { axisOf } from './dimensions.ts';
import { needsByStatus } from './needs-counts.ts';
import { countMet, judgeTargets } from './targets.ts';

type SnapshotMatrix = NonNullable<Snapshot['matrices']>[number];

/** An object whose keys come in the order of their names: the same content gives the same file. */
function sortedRecord<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Only what is there: empty cells and lines would make most of the file. */
function countsOf({ rows, columns, cells }: Matrix): SnapshotMatrix['cells'] {
  const lines = rows.values.map((row, index) => {
    const counted = columns.values.map((column, at) => [column, cells[index]![at]!.offers.length] as const);
    return [row, sortedRecord(counted.filter(([, count]) => count > 0))] as const;
  });
  return sortedRecord(lines.filter(([, line]) => Object.keys(line).length > 0));
}

/** The state of the content on the day it was read for; nothing in it that is not public. */
export function takeSnapshot(catalogue: Catalogue): Snapshot {
  const { today, offers, measures, targets, site } = catalogue;
  const facts = offerFacts(catalogue);
  const needs = needsByStatus(catalogue);
  return {
    version: 1,
    date: today,
    offers: sortedRecord(
      [...offers.values()].map(({ id, data, standing, textHash }) => [
        id,
        { title: data.title, standing, reviewed: data.reviewed, text: textHash },
      ]),
    ),
    ...(measures.size === 0
      ? {}
      : {
          measures: sortedRecord(
            [...measures.values()].map(({ id, data }) => [
              id,
              { title: data.title, status: data.status, since: data.status_since },
            ]),
          ),
        }),
    matrices: site.gaps.matrices.map(({ rows, columns }) => ({
      rows,
      columns,
      cells: countsOf(countMatrix(facts, axisOf(catalogue, rows), axisOf(catalogue, columns))),
    })),
    ...(targets.length === 0 ? {} : { targets: sortedRecord(countMet(judgeTargets(catalogue), targets)) }),
    ...(needs && Object.keys(needs).length > 0 ? { needs: sortedRecord(Object.entries(needs)) } : {}),
  };
}
