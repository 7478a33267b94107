import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Proof } from './hand-in.ts';

export interface Challenge {
  readonly challenge: string;
  /** How many leading zero bits SHA-256(`challenge` + `:` + `nonce`) must have. */
  readonly difficulty: number;
  /** Seconds. */
  readonly validFor: number;
}

export type ProofVerdict = 'valid' | 'forged' | 'expired' | 'used' | 'insufficient';

export interface ProofOfWork {
  issue(): Challenge;
  /** A valid proof is used up by this. */
  verify(proof: Proof): ProofVerdict;
}

export interface ProofOptions {
  readonly difficulty: number;
  /** Seconds. */
  readonly lifetime: number;
  /** Milliseconds. */
  readonly now?: () => number;
}

/** Whether the hash of a challenge with its nonce begins with that many zero bits. */
export function isSolved({ challenge, nonce }: Proof, difficulty: number): boolean {
  const hash = createHash('sha256').update(`${challenge}:${nonce}`).digest();
  const whole = difficulty >> 3;
  for (let index = 0; index < whole; index += 1) if (hash[index] !== 0) return false;
  const rest = difficulty & 7;
  return rest === 0 || hash[whole]! >> (8 - rest) === 0;
}

/**
 * Work that costs a sender a second and the inbox nothing. The key lives in memory only: after a restart the challenges
 * of before are worthless, so that none can be used a second time.
 */
export function createProofOfWork({ difficulty, lifetime, now = Date.now }: ProofOptions): ProofOfWork {
  const secret = randomBytes(32);
  /** Used challenges with the time at which they would have expired; in that order, since all live equally long. */
  const used = new Map<string, number>();

  const sign = (payload: string): Buffer => createHmac('sha256', secret).update(payload).digest();

  function forgetExpired(): void {
    for (const [id, expires] of used) {
      if (expires > now()) return;
      used.delete(id);
    }
  }

  return {
    issue() {
      const payload = `1.${randomBytes(16).toString('hex')}.${now() + lifetime * 1000}.${difficulty}`;
      return { challenge: `${payload}.${sign(payload).toString('hex')}`, difficulty, validFor: lifetime };
    },
    verify({ challenge, nonce }) {
      const parts = /^(1\.([0-9a-f]{32})\.(\d{1,16})\.(\d{1,2}))\.([0-9a-f]{64})$/.exec(challenge);
      if (!parts || nonce.length > 64) return 'forged';
      const [, payload = '', id = '', expires = '', bits = '', signature = ''] = parts;
      if (!timingSafeEqual(sign(payload), Buffer.from(signature, 'hex'))) return 'forged';
      if (Number(expires) <= now()) return 'expired';
      forgetExpired();
      if (used.has(id)) return 'used';
      if (!isSolved({ challenge, nonce }, Number(bits))) return 'insufficient';
      used.set(id, Number(expires));
      return 'valid';
    },
  };
}
