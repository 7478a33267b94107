import type { Migration } from './migration.ts';

/** In the order of their versions. A release that changes the form of the content adds one, with a test. */
export const migrations: readonly Migration[] = [];

/** The version that content must have for this program. */
export const contentVersion = migrations.at(-1)?.to ?? 1;
