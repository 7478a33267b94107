/** What a promise gives, or `endless` where it takes longer than so many seconds. */
export async function withinTime<Value>(
  promise: Value | Promise<Value>,
  seconds: number,
): Promise<{ readonly value: Value } | 'endless'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'endless'>((resolve) => {
    timer = setTimeout(() => resolve('endless'), seconds * 1000);
  });
  try {
    return await Promise.race([Promise.resolve(promise).then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
