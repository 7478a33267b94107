/** What is said instead of a number: that it is small, or nothing at all. */
export type Hidden = 'fewer' | 'withheld';

/**
 * A number in a table and the two lines whose sums it enters: what flows into a node flows out of it. A table becomes
 * such a network when its grand total runs from `all columns` to `all rows`, each row total from there to its row, each
 * cell from its row to its column and each column total back.
 */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /**
   * Decided already: a number that readers know (`shown`), one of which they know this much, or one that they may work
   * out from another table (`elsewhere`), which counts as known as long as that leaves a way.
   */
  readonly fixed?: 'shown' | 'elsewhere' | Hidden;
}

/** A change of one arc by one, and the way through the others that keeps every sum as it is. */
interface Step {
  readonly arc: number;
  readonly node: string;
  readonly isPossible: (arc: number) => boolean;
}

interface Way {
  readonly cost: number;
  readonly arcs: readonly number[];
}

/** A zero is hidden only where no other number helps: an empty cell that says nothing is a riddle. */
const costOfZero = 1_000_000;
const costOfElsewhere = 1_000_000_000;

/**
 * Finds out which numbers of a table must not be shown so that nobody can compute one below the minimum from the sums of
 * its lines. Returns what to say instead, by the index of the arc, or undefined where hiding single numbers does not help.
 *
 * Every number from 1 to `minimum` − 1 is hidden (“fewer than 5”). That alone is not enough: in a row of 3 and 12 with
 * the total 15, the 3 is 15 − 12. So each hidden number needs company: other hidden numbers along which it could be one
 * more or one less without any shown number or sum changing. Such company is a cycle through the network; where there
 * is none, the one whose numbers are smallest in sum is hidden as well (“withheld”). A small number is known to be
 * between 1 and `minimum` − 1, a withheld one can be anything; where being known to be small gives it away, it is
 * withheld, too.
 */
export function suppressSmallSums(arcs: readonly Arc[], minimum: number): ReadonlyMap<number, Hidden> | undefined {
  const isSmall = (value: number): boolean => value > 0 && value < minimum;
  const hidden = new Map<number, Hidden>();
  for (const [index, { value, fixed }] of arcs.entries()) {
    if (fixed === 'fewer' || fixed === 'withheld') hidden.set(index, fixed);
    else if (fixed === undefined && isSmall(value)) hidden.set(index, 'fewer');
  }

  const isKnownSmall = (index: number): boolean => hidden.get(index) === 'fewer';
  const canRise = (index: number): boolean => !isKnownSmall(index) || arcs[index]!.value < minimum - 1;
  const canFall = (index: number): boolean => arcs[index]!.value > (isKnownSmall(index) ? 1 : 0);
  const costOf = (index: number): number => {
    const { value, fixed } = arcs[index]!;
    if (hidden.has(index)) return 0;
    if (fixed === 'shown') return Infinity;
    if (fixed === 'elsewhere') return costOfElsewhere;
    return value === 0 ? costOfZero : value;
  };

  const leaving = new Map<string, Step[]>();
  const addStep = (node: string, step: Step): void => {
    const steps = leaving.get(node);
    if (steps) steps.push(step);
    else leaving.set(node, [step]);
  };
  for (const [index, { from, to }] of arcs.entries()) {
    addStep(from, { arc: index, node: to, isPossible: canRise });
    addStep(to, { arc: index, node: from, isPossible: canFall });
  }

  /** The cheapest way that does not use one arc (Dijkstra); undefined where there is none. */
  function cheapestPath(from: string, to: string, without: number): Way | undefined {
    const best = new Map<string, Way>([[from, { cost: 0, arcs: [] }]]);
    const open = new Set([from]);
    while (open.size > 0) {
      const node = [...open].reduce((a, b) => (best.get(b)!.cost < best.get(a)!.cost ? b : a));
      open.delete(node);
      const here = best.get(node)!;
      if (node === to) return here;
      for (const { arc, node: next, isPossible } of leaving.get(node) ?? []) {
        const cost = here.cost + costOf(arc);
        if (arc === without || cost >= (best.get(next)?.cost ?? Infinity) || !isPossible(arc)) continue;
        best.set(next, { cost, arcs: [...here.arcs, arc] });
        open.add(next);
      }
    }
    return undefined;
  }

  /** The cheapest company of a number. */
  function companyOf(index: number): Way {
    const { from, to } = arcs[index]!;
    const ways = [
      canRise(index) ? cheapestPath(to, from, index) : undefined,
      canFall(index) ? cheapestPath(from, to, index) : undefined,
    ].filter((way) => way !== undefined);
    return ways.reduce((a, b) => (b.cost < a.cost ? b : a), { cost: Infinity, arcs: [] });
  }

  for (const [index, arc] of arcs.entries()) {
    if (!isKnownSmall(index)) continue;
    let way = companyOf(index);
    if (way.cost >= costOfElsewhere && arc.fixed === undefined) {
      hidden.set(index, 'withheld');
      const other = companyOf(index);
      if (other.cost < way.cost) way = other;
      else hidden.set(index, 'fewer');
    }
    if (way.cost === Infinity) return undefined;
    // A sum that is only known from elsewhere cannot be hidden here; the next number has to do without it again.
    for (const other of way.arcs)
      if (!hidden.has(other) && arcs[other]!.fixed === undefined) hidden.set(other, 'withheld');
  }
  return hidden;
}
