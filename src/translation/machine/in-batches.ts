import type { Answer } from './send.ts';

/** Sends texts in portions that a service accepts, by number and by bytes, and joins the answers. Stops at the first problem. */
export async function inBatches<Result>(
  texts: readonly string[],
  { count, bytes }: { count: number; bytes: number },
  sendBatch: (batch: readonly string[]) => Promise<Answer<readonly Result[]>>,
): Promise<Answer<readonly Result[]>> {
  const batches: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const size = Buffer.byteLength(JSON.stringify(text)) + 1;
    const last = batches.at(-1);
    if (last && last.length < count && size <= room) {
      last.push(text);
      room -= size;
    } else {
      batches.push([text]);
      room = bytes - size;
    }
  }
  const results: Result[] = [];
  for (const batch of batches) {
    const answer = await sendBatch(batch);
    if ('problem' in answer) return answer;
    if (answer.value.length !== batch.length) {
      return { problem: { kind: 'answer', detail: `${batch.length} → ${answer.value.length}` } };
    }
    results.push(...answer.value);
  }
  return { value: results };
}
