/** The number of zero bits that a hash begins with. */
function leadingZeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

const batch = 256;

/**
 * Finds the nonce with which the SHA-256 of `challenge:nonce` begins with `difficulty` zero bits. Takes 2^difficulty
 * attempts on average.
 */
export async function solvePuzzle(challenge: string, difficulty: number): Promise<string> {
  const encoder = new TextEncoder();
  for (let start = 0; ; start += batch) {
    const nonces = Array.from({ length: batch }, (_, index) => String(start + index));
    // One digest at a time would wait for the scheduler each time.
    const hashes = await Promise.all(
      nonces.map((nonce) => crypto.subtle.digest('SHA-256', encoder.encode(`${challenge}:${nonce}`))),
    );
    const found = hashes.findIndex((hash) => leadingZeroBits(new Uint8Array(hash)) >= difficulty);
    if (found !== -1) return nonces[found]!;
  }
}
