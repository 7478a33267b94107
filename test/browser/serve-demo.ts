import type { TestProject } from 'vitest/node';
import { buildDemo } from '../support/build-demo.ts';
import { serveFolder } from '../support/serve-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built demo, without a trailing slash. */
    origin: string;
    /** Folder of the built demo. */
    siteFolder: string;
  }
}

/** Builds the demo once for all browser tests and serves it. */
export default async function serveDemo(project: TestProject): Promise<() => Promise<void>> {
  const folder = await buildDemo();
  const { origin, server } = await serveFolder(folder);
  project.provide('origin', origin);
  project.provide('siteFolder', folder);
  return async () => {
    await new Promise((resolve) => server.close(resolve));
  };
}
