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
   * Decided already: a number that readers know (`shown`), one that they do not (`hidden`), or one that they may work out
   * from another table (`elsewhere`), which counts as known as long as that leaves a way.
   */
  readonly fixed?: 'shown' | 'hidden' | 'elsewhere';
}

/** A change of one arc by one, and the way through the others that keeps every sum as it is. */
interface Step {
  readonly arc: number;
  readonly node: string;
}

/** A zero is hidden only where no other number helps: an empty cell that says nothing is a riddle. */
const costOfZero = 1_000_000;
const costOfElsewhere = 1_000_000_000;

/**
 * Finds out which numbers of a table must not be shown so that nobody can compute one below the minimum from the sums of
 * its lines. Returns the indexes of all hidden arcs, or undefined where hiding single numbers does not help.
 *
 * Every number from 1 to `minimum` − 1 is hidden (“fewer than 5”). That alone is not enough: in a row of 3 and 12 with
 * the total 15, the 3 is 15 − 12. So each hidden number needs company: other hidden numbers along which it could be one
 * more or one less without any shown number or sum changing. Such company is a cycle through the network; where there
 * is none, the one whose numbers are smallest in sum is hidden as well (“withheld”). A small number is known to be
 * between 1 and `minimum` − 1, a withheld one can be anything.
 */
export function suppressSmallSums(arcs: readonly Arc[], minimum: number): ReadonlySet<number> | undefined {
  const isSmall = (value: number): boolean => value > 0 && value < minimum;
  const hidden = new Set<number>();
  for (const [index, { value, fixed }] of arcs.entries())
    if (fixed === 'hidden' || (fixed === undefined && isSmall(value))) hidden.add(index);

  const canRise = ({ value }: Arc): boolean => !isSmall(value) || value < minimum - 1;
  const canFall = ({ value }: Arc): boolean => value > (isSmall(value) ? 1 : 0);
  const costOf = (index: number): number => {
    const { value, fixed } = arcs[index]!;
    if (hidden.has(index)) return 0;
    if (fixed === 'shown') return Infinity;
    if (fixed === 'elsewhere') return costOfElsewhere;
    return value === 0 ? costOfZero : value;
  };

  const leaving = new Map<string, Step[]>();
  const addStep = (node: string, step: Step): void => void leaving.set(node, [...(leaving.get(node) ?? []), step]);
  for (const [index, arc] of arcs.entries()) {
    if (canRise(arc)) addStep(arc.from, { arc: index, node: arc.to });
    if (canFall(arc)) addStep(arc.to, { arc: index, node: arc.from });
  }

  /** The cheapest way that does not use one arc (Dijkstra); undefined where there is none. */
  function cheapestPath(from: string, to: string, without: number): { cost: number; arcs: number[] } | undefined {
    const best = new Map<string, { cost: number; arcs: number[] }>([[from, { cost: 0, arcs: [] }]]);
    const open = new Set([from]);
    while (open.size > 0) {
      const node = [...open].reduce((a, b) => (best.get(b)!.cost < best.get(a)!.cost ? b : a));
      open.delete(node);
      const here = best.get(node)!;
      if (node === to) return here;
      for (const { arc, node: next } of leaving.get(node) ?? []) {
        const cost = here.cost + costOf(arc);
        if (arc === without || cost >= (best.get(next)?.cost ?? Infinity)) continue;
        best.set(next, { cost, arcs: [...here.arcs, arc] });
        open.add(next);
      }
    }
    return undefined;
  }

  for (const index of hidden) {
    const arc = arcs[index]!;
    if (!isSmall(arc.value)) continue;
    const ways = [
      canRise(arc) ? cheapestPath(arc.to, arc.from, index) : undefined,
      canFall(arc) ? cheapestPath(arc.from, arc.to, index) : undefined,
    ].filter((way) => way !== undefined);
    if (ways.length === 0) return undefined;
    const { arcs: way } = ways.reduce((a, b) => (b.cost < a.cost ? b : a));
    // A sum that is only known from elsewhere cannot be hidden here; the next number has to do without it again.
    for (const other of way) if (arcs[other]!.fixed === undefined) hidden.add(other);
  }
  return hidden;
}
