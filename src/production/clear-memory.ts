import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Gives back at once what nobody holds any more. V8 does so by itself only when there is a good deal more than after the
 * last time: where that was much, as while a large catalogue was read, the heap stays as large as it was.
 */
export function clearMemory(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
