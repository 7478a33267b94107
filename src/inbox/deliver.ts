import { ForgeError, type Author, type Delivery, type Forge } from './forge/forge.ts';
import { withOrganisationId } from './apply-hand-in.ts';
import { branchOf, makeProposal } from './proposal.ts';
import type { Spool, SpoolEntry } from './spool.ts';

export interface DeliveryOptions {
  readonly spool: Spool;
  readonly forge: Forge;
  readonly contentPath: string;
  readonly author: Author;
  /** Seconds after the first failure; twice as long after each further one. */
  readonly retryAfter: number;
  /** The longest pause, in seconds. */
  readonly retryLimit: number;
  /** How many days receipts are kept. */
  readonly keepDays: number;
  readonly log: (line: string) => void;
}

/** Brings what waits in the spool to the forge, one at a time. */
export interface Deliverer {
  /** Something new waits. */
  wake(): void;
  /** Lets the present delivery end and stops. */
  stop(): Promise<void>;
}

/** After so many refusals of the same hand-in it is put aside for a person to look at. */
const refusalLimit = 3;

const isSystemError = (error: unknown): boolean =>
  error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';

/** For the log. What an unexpected error says might hold a part of what was handed in. */
function describe(error: unknown): string {
  if (error instanceof ForgeError) return error.message;
  if (!(error instanceof Error)) return 'error';
  return (error as NodeJS.ErrnoException).code ?? error.name;
}

/** Somebody else got this id in the meantime: another one, the same at every attempt; undefined where that is taken, too. */
function renameTaken(entry: SpoolEntry, ofOrganisation: boolean): SpoolEntry | undefined {
  const suffix = `-${entry.key.slice(0, 6)}`;
  const { organisation } = entry.handIn;
  const id = ofOrganisation ? organisation!.id : entry.id;
  if (id.endsWith(suffix)) return undefined;
  const other = `${id.slice(0, 70).replace(/-$/, '')}${suffix}`;
  return ofOrganisation ? { ...entry, handIn: withOrganisationId(entry.handIn, other) } : { ...entry, id: other };
}

export function startDelivery(options: DeliveryOptions): Deliverer {
  const { spool, forge, contentPath, author, log } = options;
  const stopping = new AbortController();
  let woken = false;
  let failures = 0;
  let endPause: (() => void) | undefined;
  /** What failed goes behind what has not been tried yet. */
  const tries = new Map<string, number>();

  /** Without `seconds` until something new comes in. */
  async function pause(seconds?: number): Promise<void> {
    if (stopping.signal.aborted || (seconds === undefined && woken)) return;
    await new Promise<void>((resolve) => {
      const timer = seconds === undefined ? undefined : setTimeout(resolve, seconds * 1000);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    endPause = undefined;
  }

  async function nextKey(): Promise<string | undefined> {
    const keys = await spool.list();
    return keys.sort((a, b) => (tries.get(a) ?? 0) - (tries.get(b) ?? 0))[0];
  }

  async function poison(key: string, id: string, reason: string): Promise<void> {
    await spool.fail(key, reason);
    tries.delete(key);
    log(`failed ${id} ${reason}`);
  }

  async function deliver(key: string): Promise<void> {
    const entry = await spool.read(key);
    if (entry === undefined) return;
    if (entry === 'unreadable') return poison(key, '-', 'unreadable');
    const receipt = { key, id: entry.id, kind: entry.handIn.kind };
    // Sent, and then the process ended before it was taken out of the spool.
    if (await spool.isDone(key)) {
      await spool.done({ ...receipt, outcome: 'already-there' });
      log(`already-there ${entry.handIn.kind} ${entry.id}`);
      return;
    }
    let delivery: Delivery;
    try {
      delivery = await send(entry);
    } catch (error) {
      // A refusal may come from a change on the other side at the same moment: it counts when it stays.
      const passes = (error instanceof ForgeError && error.passing) || isSystemError(error);
      if (!passes && (tries.get(key) ?? 0) + 1 >= refusalLimit) return poison(key, entry.id, describe(error));
      throw error;
    }
    const { outcome } = delivery;
    if (outcome === 'taken' || outcome === 'missing' || outcome === 'unreadable') return poison(key, entry.id, outcome);
    await spool.done({ ...receipt, outcome });
    tries.delete(key);
    log(`${outcome} ${entry.handIn.kind} ${entry.id}`);
  }

  async function send(entry: SpoolEntry): Promise<Delivery> {
    const branch = branchOf(entry);
    let wanted = entry;
    for (;;) {
      const delivery = await forge.deliver(makeProposal({ entry: wanted, contentPath, author, branch }));
      if (delivery.outcome !== 'taken') return delivery;
      const { organisation } = wanted.handIn;
      const ofOrganisation = delivery.path === `${contentPath}/organisations/${organisation?.id}.md`;
      const renamed = renameTaken(wanted, ofOrganisation);
      if (renamed === undefined) return delivery;
      wanted = renamed;
    }
  }

  async function run(): Promise<void> {
    await spool.forget(options.keepDays).catch(() => {});
    while (!stopping.signal.aborted) {
      woken = false;
      let key: string | undefined;
      try {
        key = await nextKey();
        if (key === undefined) {
          await pause();
          continue;
        }
        await deliver(key);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (key !== undefined) tries.set(key, (tries.get(key) ?? 0) + 1);
        const usual = Math.min(options.retryLimit, options.retryAfter * 2 ** Math.min(failures - 1, 30));
        const asked = error instanceof ForgeError ? (error.retryAfter ?? 0) : 0;
        const seconds = Math.max(usual, Math.min(asked, 3600));
        log(`retry in ${Math.ceil(seconds)} s: ${describe(error)}`);
        await pause(seconds);
      }
    }
  }

  const running = run();
  return {
    wake() {
      woken = true;
      // While the forge is down, something new does not make it come back sooner.
      if (failures === 0) endPause?.();
    },
    async stop() {
      stopping.abort();
      endPause?.();
      await running;
    },
  };
}
