/** The messages of the check in one language; loaded only by pages in it. */
export { messages } from '../check/messages/de.ts';
