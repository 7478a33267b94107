const digests = new WeakMap<object, string>();

/**
 * A text that is the same in two processes of the same code only where all that a catalogue says of an entry is the same,
 * its translations included; known without a look at its fields. Undefined where nobody knows: for entries of other towns,
 * and where no content is kept from build to build.
 */
export const digestOf = (entry: object): string | undefined => digests.get(entry);

/** To be called by whoever makes the entry. */
export const keepDigest = (entry: object, digest: string): void => void digests.set(entry, digest);
