import { hash } from 'node:crypto';

/** Tells contents apart. */
export const contentHash = (content: string | Uint8Array): string => hash('sha256', content, 'base64');
