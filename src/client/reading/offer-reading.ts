import type { ReadAloudModule } from '../read-aloud.entry.ts';
import { localVoice } from './local-voice.ts';

const button = document.querySelector<HTMLButtonElement>('button[data-read-aloud]');
const hasSpeech = 'speechSynthesis' in window;
const isOffered = (): boolean => hasSpeech && localVoice(document.documentElement.lang) !== undefined;

/** The part that speaks comes when somebody wants to hear. */
async function read(blocks: Element | undefined, by: HTMLElement): Promise<void> {
  const [pause = '', resume = '', stop = ''] = (button?.dataset['words'] ?? '').split('|');
  const module = (await import(button?.dataset['readAloud'] ?? '')) as ReadAloudModule;
  module.readAloud({ root: blocks ?? document.querySelector('main')!, by, words: { pause, resume, stop } });
}

/** A button that has one word and its explanation read; undefined where there is no voice for the page's language. */
export function offerWord(entry: Element): HTMLButtonElement | undefined {
  if (!button || !isOffered()) return undefined;
  const sound = document.createElement('button');
  sound.type = 'button';
  sound.className = 'word-sound';
  sound.setAttribute('aria-label', `${button.textContent.trim()}: ${entry.querySelector('dt')?.textContent ?? ''}`);
  const icon = button.querySelector('svg');
  if (icon) sound.append(icon.cloneNode(true));
  sound.addEventListener('click', () => void read(entry, sound));
  return sound;
}

/** Shows the button where the device has a voice for the page's language; where it has none nothing is promised. */
export function offerReading(): void {
  if (!button || !hasSpeech) return;
  let isShown = false;
  const show = (): void => {
    if (isShown || !isOffered()) return;
    isShown = true;
    button.hidden = false;
    button.addEventListener('click', () => void read(undefined, button));
    if (button.dataset['entries'] === undefined) return;
    for (const word of document.querySelectorAll('main .word')) {
      const sound = offerWord(word);
      if (sound) word.querySelector('dt')?.append(sound);
    }
  };
  // Voices are often known only some time after the page; `addEventListener` is missing in older Safari.
  speechSynthesis.addEventListener?.('voiceschanged', show);
  show();
}
