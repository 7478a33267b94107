import type { Content } from '../../content/read-content.ts';
import type { IsoDate } from '../../model/diagnostic.ts';
import type { Texts } from './texts.ts';

/** The options of the command line; each command says which of them it knows. */
export interface CommandOptions {
  readonly lang?: string;
  readonly format?: string;
  readonly only?: string;
  readonly out?: string;
  readonly by?: string;
  readonly provider?: string;
  readonly limit?: string;
  readonly 'reviewed-by'?: string;
  readonly all?: boolean;
  readonly 'accept-stale'?: boolean;
  readonly overwrite?: boolean;
  readonly outdated?: boolean;
  readonly 'dry-run'?: boolean;
}

/** What a command works with. */
export interface CommandContext {
  readonly content: Content;
  readonly contentDir: string;
  readonly options: CommandOptions;
  readonly files: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly today: IsoDate;
  readonly messages: 'de' | 'en';
  readonly say: Texts;
  readonly write: (text: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** Exit code: 0 done · 1 something was left · 2 wrong use, which has been said. */
export type Command = (context: CommandContext) => number | Promise<number>;
