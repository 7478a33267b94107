import { offerWord } from './offer-reading.ts';

/** Shows the explanation of a word over the page; without this the link leads to the list at the end of the page. */
export function openWordsInPlace(): void {
  if (!('popover' in HTMLElement.prototype)) return;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.term');
    const word = link && document.getElementById(link.hash.slice(1));
    if (!link || !word || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link, word);
  });
}

function show(link: HTMLElement, word: HTMLElement): void {
  document.querySelector('.word-popover')?.remove();
  const list = word.closest<HTMLElement>('.word-list');
  const box = document.createElement('div');
  box.className = 'word-popover no-print';
  box.popover = 'auto';
  box.tabIndex = -1;
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', link.textContent ?? '');
  const entry = document.createElement('dl');
  entry.append(...[...word.children].map((child) => child.cloneNode(true)));
  const ways = document.createElement('div');
  ways.className = 'word-popover-ways';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button button-second';
  close.textContent = list?.dataset['close'] ?? '×';
  close.addEventListener('click', () => box.hidePopover());
  const sound = offerWord(entry);
  ways.append(close, ...(sound ? [sound] : []));
  box.append(entry, ways);
  document.body.append(box);

  // On a wide screen under its word; custom properties because only they may change where styles are strict.
  const { bottom, top, left, right } = link.getBoundingClientRect();
  box.addEventListener('toggle', () => {
    if (box.matches(':popover-open')) return;
    // Whoever has gone on to another word stays there.
    const isLost = box.contains(document.activeElement) || document.activeElement === document.body;
    box.remove();
    if (isLost) link.focus({ preventScroll: true });
  });
  box.showPopover();
  const { offsetHeight: height, offsetWidth: width } = box;
  const below = bottom + height + 8 < innerHeight;
  const start = document.documentElement.dir === 'rtl' ? right - width : left;
  box.style.setProperty('--top', `${Math.max(8, below ? bottom + 6 : top - height - 6)}px`);
  box.style.setProperty('--left', `${Math.max(8, Math.min(start, innerWidth - width - 8))}px`);
  box.focus({ preventScroll: true });
}
