/** Loaded when somebody wants to hear a page: speaks it with the device's own voices. */
import { localVoice } from './reading/local-voice.ts';
import { sentencesOf, speechBlocks } from './reading/speech-blocks.ts';

export interface ReadAloudModule {
  readonly readAloud: typeof readAloud;
}

interface Request {
  /** What is read. */
  readonly root: Element;
  /** The button that was pressed: the focus goes back to it. */
  readonly by: HTMLElement;
  readonly words: { readonly pause: string; readonly resume: string; readonly stop: string };
}

interface Utterance {
  readonly element: Element;
  readonly text: string;
  readonly voice: SpeechSynthesisVoice;
}

/** Foreign words in a line are spoken by the page's voice where they have none of their own; whole texts are left out. */
const fewLetters = 80;

let end: (() => void) | undefined;

function utterancesOf(root: Element): Utterance[] {
  const own = localVoice(document.documentElement.lang);
  return speechBlocks(root).flatMap(({ element, parts }) =>
    parts.flatMap((part) => {
      const voice = localVoice(part.lang) ?? (part.text.length <= fewLetters ? own : undefined);
      return voice ? sentencesOf(part).map((text) => ({ element, text, voice })) : [];
    }),
  );
}

/** Reads from the beginning; whatever was being read is stopped. */
export function readAloud({ root, by, words }: Request): void {
  end?.();
  const queue = utterancesOf(root);
  let at = 0;
  let isPaused = false;
  let current: SpeechSynthesisUtterance | undefined;
  let marked: Element | undefined;

  const bar = document.createElement('div');
  bar.className = 'reading-bar no-print';
  bar.setAttribute('role', 'group');
  bar.setAttribute('aria-label', by.textContent.trim() || (by.getAttribute('aria-label') ?? ''));
  const button = (text: string, press: () => void): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button button-second';
    made.textContent = text;
    made.addEventListener('click', press);
    bar.append(made);
    return made;
  };
  const toggle = button(words.pause, () => {
    isPaused = !isPaused;
    toggle.textContent = isPaused ? words.resume : words.pause;
    // To cancel and to say the sentence again works everywhere; to pause does not on Android.
    if (isPaused) silence();
    else speak();
  });
  button(words.stop, () => stop());
  // Inside of what lies over the page it must lie over it as well.
  (by.closest('[popover]') ?? document.body).append(bar);
  toggle.focus({ preventScroll: true });

  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') stop();
  };
  const leave = (): void => stop();
  addEventListener('keydown', escape);
  addEventListener('pagehide', leave);
  by.closest('[popover]')?.addEventListener('toggle', leave, { once: true });
  end = () => {
    silence();
    mark(undefined);
    bar.remove();
    removeEventListener('keydown', escape);
    removeEventListener('pagehide', leave);
    end = undefined;
  };
  speak();

  function silence(): void {
    current = undefined;
    speechSynthesis.cancel();
  }

  function stop(): void {
    const hadFocus = bar.contains(document.activeElement);
    end?.();
    if (hadFocus) by.focus({ preventScroll: true });
  }

  function speak(): void {
    const next = queue[at];
    if (!next) {
      stop();
      return;
    }
    mark(next.element);
    // Kept in a variable: what nobody holds some browsers throw away before it has ended.
    const said = (current = new SpeechSynthesisUtterance(next.text));
    said.voice = next.voice;
    said.lang = next.voice.lang;
    said.rate = 0.95;
    const goOn = (): void => {
      // What was cancelled ends, too.
      if (current !== said) return;
      at++;
      speak();
    };
    said.addEventListener('end', goOn);
    said.addEventListener('error', goOn);
    speechSynthesis.speak(said);
  }

  function mark(element: Element | undefined): void {
    if (marked === element) return;
    marked?.classList.remove('is-read');
    marked = element;
    element?.classList.add('is-read');
    const box = element?.getBoundingClientRect();
    if (!box || (box.top >= 0 && box.bottom <= innerHeight - 96)) return;
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    element?.scrollIntoView({ block: 'center', behavior });
  }
}
