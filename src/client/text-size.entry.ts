/**
 * On every page, before anything is drawn: the size of the text and the distances that the reader has chosen. Run as
 * a plain script in the head, because a module would come too late and the page would jump. What is usual is not kept.
 */
{
  const key = 'angebotslotse-reading';
  const known = ['125', '150', 'wide'];
  const root = document.documentElement;
  const only = (value: string): string =>
    value
      .split(' ')
      .filter((one) => known.includes(one))
      .join(' ');
  const apply = (value: string): void => {
    root.dataset['reading'] = only(value);
  };
  const show = (): void => {
    try {
      apply(localStorage.getItem(key) ?? '');
    } catch {
      // Where nothing can be kept, a choice holds for the page on which it is made.
      apply(root.dataset['reading'] ?? '');
    }
  };
  const choose = (value: string): void => {
    apply(value);
    try {
      if (value === '') localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // As above.
    }
  };
  const inputsOf = (box: Element): HTMLInputElement[] => [...box.querySelectorAll('input')];
  const boxOf = ({ target }: Event): Element | null =>
    target instanceof Element && !target.closest('summary') ? target.closest('.text-size') : null;

  // Also a page that comes back as it was left, when the choice has changed meanwhile.
  addEventListener('pageshow', show);
  show();
  // Opened: what holds is ticked. The event does not bubble.
  document.addEventListener(
    'toggle',
    (event) => {
      const box = boxOf(event);
      const chosen = (root.dataset['reading'] ?? '').split(' ');
      if (!box) return;
      for (const input of inputsOf(box)) {
        input.checked = chosen.includes(input.value) || (input.value === '100' && !/1/.test(chosen.join()));
      }
    },
    true,
  );
  document.addEventListener('change', (event) => {
    const box = boxOf(event);
    if (!box) return;
    const chosen = inputsOf(box).filter(({ checked }) => checked);
    choose(only(chosen.map(({ value }) => value).join(' ')));
  });
  document.addEventListener('click', (event) => {
    const box = boxOf(event);
    if (!box || !(event.target as Element).closest('button')) return;
    choose('');
    box.removeAttribute('open');
    box.querySelector('summary')?.focus();
  });
}
