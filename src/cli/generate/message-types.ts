import { readDescriptions, readTexts } from '../../i18n/load-texts.ts';
import { argumentsOf, parseMessage } from '../../i18n/parse-message.ts';

/** TypeScript source of the message keys and the values each asks for, taken from the German texts. */
export function generateMessageTypes(): string {
  const descriptions = readDescriptions();
  const lines = Array.from(readTexts('de'), ([key, source]) => {
    const fields = Array.from(
      argumentsOf(parseMessage(source)),
      ([name, kind]) => `${name}: ${kind === 'number' ? 'number' : 'string | number'}`,
    );
    const description = descriptions.get(key);
    return `${description ? `  /** ${description.replaceAll('*/', '* /')} */\n` : ''}  '${key}': { ${fields.join('; ')} };`.replace(
      '{  }',
      'Record<never, never>',
    );
  });
  return `// Generated from src/i18n/texts/ by \`npm run generate\`. Do not edit.\n\nexport interface MessageArguments {\n${lines.join('\n')}\n}\n`;
}
