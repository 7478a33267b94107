import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a process cost, with all that it started. */
export interface Cost {
  /** Seconds on the clock. */
  readonly wall: number;
  /** Seconds of processor time, user and system. */
  readonly cpu: number;
  /** The most memory that the process itself held, in MB; 0 where the system does not tell (it is read from /proc). */
  readonly peak: number;
}

/** Processor seconds of all processes that this one has waited for. */
function childSeconds(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const columns = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(columns[13]) + Number(columns[14])) / 100;
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Runs a command to its end; throws with what it printed where it fails. One at a time, or the seconds are mixed up. */
export async function measuredRun(
  command: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Cost> {
  const before = childSeconds();
  const begun = performance.now();
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 50);
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${printed.slice(-2000)}`);
  return { wall: (performance.now() - begun) / 1000, cpu: childSeconds() - before, peak };
}

const median = (list: readonly number[]): number =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)] ?? 0;

export const medianCost = (costs: readonly Cost[]): Cost => ({
  wall: median(costs.map(({ wall }) => wall)),
  cpu: median(costs.map(({ cpu }) => cpu)),
  peak: Math.max(...costs.map(({ peak }) => peak)),
});

/** The middle of the ratios of neighbours: what disturbs the machine disturbs both. */
export const medianRatio = (ours: readonly Cost[], others: readonly Cost[], of: 'wall' | 'cpu'): number =>
  median(ours.map((cost, round) => cost[of] / (others[round]?.[of] ?? Number.NaN)));
