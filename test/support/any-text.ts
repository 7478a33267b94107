import fc from 'fast-check';

const surrogates = { from: 0xd800, to: 0xe000 };
const between = surrogates.to - surrogates.from;

/**
 * Any code point. What fast-check has for that (`unit: 'binary'`) makes a table of all million of them each time it is
 * named, which takes half a second.
 */
const anyLetter = fc.nat({ max: 0x10ffff - between }).map(
  (number) => String.fromCodePoint(number < surrogates.from ? number : number + between),
  (letter) => {
    const point = typeof letter === 'string' ? letter.codePointAt(0) : undefined;
    if (point === undefined || String.fromCodePoint(point) !== letter) throw new Error('No single letter');
    return point < surrogates.from ? point : point - between;
  },
);

/** Texts of whatever letters there are. */
export const anyText = (limits: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> =>
  fc.string({ ...limits, unit: anyLetter });
