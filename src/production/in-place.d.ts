import type { Plugin } from 'esbuild';

export const inPlace: Plugin;
