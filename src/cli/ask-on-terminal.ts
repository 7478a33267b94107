import { createInterface } from 'node:readline';

/** Asks one line of the person at the terminal; undefined when there will be no more. */
export type AskLine = (prompt: string) => Promise<string | undefined>;

/** Lines from the keyboard or from a pipe. */
export function askOnTerminal(): { ask: AskLine; close: () => void } {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const waiting: ((line: string | undefined) => void)[] = [];
  const early: string[] = [];
  let isClosed = false;
  lines.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else early.push(line);
  });
  lines.on('close', () => {
    isClosed = true;
    for (const next of waiting.splice(0)) next(undefined);
  });
  return {
    close: () => lines.close(),
    ask: (prompt) => {
      process.stdout.write(prompt);
      const line = early.shift();
      if (line !== undefined || isClosed) return Promise.resolve(line);
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
