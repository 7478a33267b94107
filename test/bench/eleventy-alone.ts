/** What Eleventy takes to start, find nothing to do, and end. Run in an empty folder: node --import tsx …/eleventy-alone.ts */
import { Eleventy } from '@11ty/eleventy';

const eleventy = new Eleventy('.', 'out', { quietMode: true });
eleventy.disableLogger();
await eleventy.write();
