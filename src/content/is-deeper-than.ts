/** Whether lists and maps of a JSON text stand in each other more often than this: a file made to exhaust the stack has many thousands. */
export function isDeeperThan(deepest: number, text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const char = text[index];
    if (inString) {
      if (char === '\\') index++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') {
      if (++depth > deepest) return true;
    } else if (char === ']' || char === '}') depth--;
  }
  return false;
}
