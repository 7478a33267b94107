#!/usr/bin/env node
// The one file that Node can run as it is: it registers tsx, which then reads the TypeScript of everything else.
import { register } from 'tsx/esm/api';

register();
const { angebotslotse } = await import('./angebotslotse.ts');
const { processTerminal } = await import('./command.ts');
process.exitCode = await angebotslotse(process.argv.slice(2), processTerminal());
