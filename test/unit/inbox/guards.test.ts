import { describe, expect, it } from 'vitest';
import { createProofOfWork } from '../../../src/inbox/proof-of-work.ts';
import { createRateLimit } from '../../../src/inbox/rate-limit.ts';
import { createTurnstile } from '../../../src/inbox/turnstile.ts';
import { solve } from './run-inbox.ts';

const clock = (): { now: () => number; pass: (seconds: number) => void } => {
  let time = 1_000_000;
  return { now: () => time, pass: (seconds) => (time += seconds * 1000) };
};

describe('proof of work', () => {
  it('accepts a solved challenge once', () => {
    const proofOfWork = createProofOfWork({ difficulty: 6, lifetime: 60 });
    const { challenge, difficulty } = proofOfWork.issue();
    const proof = { challenge, nonce: solve(challenge, difficulty) };
    expect(proofOfWork.verify(proof)).toBe('valid');
    expect(proofOfWork.verify(proof)).toBe('used');
  });

  it('refuses too little work without using the challenge up', () => {
    const proofOfWork = createProofOfWork({ difficulty: 12, lifetime: 60 });
    const { challenge } = proofOfWork.issue();
    const nonce = solve(challenge, 12);
    const lazy = Array.from({ length: 1000 }, (_, index) => `x${index}`).find(
      (some) => some !== nonce && proofOfWork.verify({ challenge, nonce: some }) === 'insufficient',
    );
    expect(lazy).toBeDefined();
    expect(proofOfWork.verify({ challenge, nonce })).toBe('valid');
  });

  it('refuses a challenge that has expired, and remembers a used one only until then', () => {
    const { now, pass } = clock();
    const proofOfWork = createProofOfWork({ difficulty: 0, lifetime: 60, now });
    const [early, late] = [proofOfWork.issue(), proofOfWork.issue()];
    expect(proofOfWork.verify({ challenge: early.challenge, nonce: '' })).toBe('valid');
    pass(59);
    expect(proofOfWork.verify({ challenge: early.challenge, nonce: '' })).toBe('used');
    pass(1);
    expect(proofOfWork.verify({ challenge: early.challenge, nonce: '' })).toBe('expired');
    expect(proofOfWork.verify({ challenge: late.challenge, nonce: '' })).toBe('expired');
  });

  it('refuses what another process has issued, and a challenge made easier', () => {
    const proofOfWork = createProofOfWork({ difficulty: 20, lifetime: 60 });
    const other = createProofOfWork({ difficulty: 0, lifetime: 60 }).issue();
    expect(proofOfWork.verify({ challenge: other.challenge, nonce: '' })).toBe('forged');
    const easier = proofOfWork.issue().challenge.replace(/\.20\.([0-9a-f]{64})$/, '.0.$1');
    expect(proofOfWork.verify({ challenge: easier, nonce: '' })).toBe('forged');
    expect(proofOfWork.verify({ challenge: '', nonce: '' })).toBe('forged');
  });
});

describe('rate limit', () => {
  it('gives room back over time, to each address on its own', () => {
    let time = 0;
    const rate = createRateLimit({ perHour: 2, now: () => time });
    expect([rate.take('203.0.113.1'), rate.take('203.0.113.1'), rate.take('203.0.113.1')]).toEqual([0, 0, 1800]);
    expect(rate.take('203.0.113.2')).toBe(0);
    time += 1_800_000;
    expect([rate.take('203.0.113.1'), rate.take('203.0.113.1')]).toEqual([0, 1800]);
  });

  it('takes a household for one, however it writes its address', () => {
    const rate = createRateLimit({ perHour: 1 });
    expect(rate.take('2001:db8:1:2:3:4:5:6')).toBe(0);
    expect(rate.take('2001:0DB8:0001:0002::9')).toBeGreaterThan(0);
    expect(rate.take('2001:db8:1:3::9')).toBe(0);
    expect(rate.take('::ffff:203.0.113.7')).toBe(0);
    expect(rate.take('203.0.113.7')).toBeGreaterThan(0);
  });

  it('starts anew with a new salt each day', () => {
    let time = 0;
    const rate = createRateLimit({ perHour: 1, now: () => time });
    expect(rate.take('203.0.113.1')).toBe(0);
    time = 86_400_000 - 1000;
    expect([rate.take('203.0.113.1'), rate.take('203.0.113.1') > 0]).toEqual([0, true]);
    time = 86_400_000;
    expect(rate.take('203.0.113.1')).toBe(0);
  });
});

describe('turnstile', () => {
  it('lets no more in than it has places, in order, and hands a place on after a failure', async () => {
    const turnstile = createTurnstile(2);
    const order: number[] = [];
    const works = Array.from({ length: 6 }, (_, index) =>
      turnstile.pass(async () => {
        order.push(index);
        await new Promise((resolve) => setImmediate(resolve));
        if (index === 1) throw new Error('broken');
      }),
    );
    const results = await Promise.allSettled(works);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    expect([turnstile.peak, turnstile.inside, turnstile.waiting]).toEqual([2, 0, 0]);
  });
});
