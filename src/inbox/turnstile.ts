/** Lets a bounded number pass at a time; the others wait in the order in which they came. */
export interface Turnstile {
  /** Runs `work` as soon as there is room. */
  pass<T>(work: () => Promise<T>): Promise<T>;
  readonly inside: number;
  readonly waiting: number;
  /** The most that were ever inside together. */
  readonly peak: number;
}

export function createTurnstile(limit: number): Turnstile {
  const queue: (() => void)[] = [];
  let inside = 0;
  let peak = 0;
  return {
    get inside() {
      return inside;
    },
    get waiting() {
      return queue.length;
    },
    get peak() {
      return peak;
    },
    async pass(work) {
      // Who leaves hands the place on, so that nobody who comes later can slip in between.
      if (inside < limit) inside += 1;
      else await new Promise<void>((resolve) => queue.push(resolve));
      peak = Math.max(peak, inside);
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else inside -= 1;
      }
    },
  };
}
