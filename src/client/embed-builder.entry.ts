/** On the page that makes the code to embed: the code and the preview follow the form. */
import type { EmbedBuilderData } from '../views/embed-data.ts';
import { embedCode } from './embed/embed-code.ts';
import { defineList } from './embed/list-element.ts';

const form = document.querySelector<HTMLFormElement>('#embed-form');
const code = document.querySelector<HTMLTextAreaElement>('#embed-code');
const preview = document.querySelector<HTMLElement>('#embed-preview');
const said = document.querySelector<HTMLElement>('#embed-said');
const data = document.getElementById('embed-data')?.textContent;

if (form && code && preview && said && data) {
  const page = JSON.parse(data) as EmbedBuilderData;
  const site = `${page.url ?? location.origin}${page.root}`;
  defineList({ root: new URL(page.root, location.href).href, texts: page.texts });

  const update = (): void => {
    const chosen = Object.fromEntries(
      Array.from(new FormData(form), ([name, value]) => [name, typeof value === 'string' ? value : '']),
    );
    code.value = embedCode(chosen, site, page.title);
    said.textContent = '';
    const list = document.createElement('angebotslotse-list');
    for (const name of ['lang', 'topic', 'town', 'audience', 'language', 'limit', 'heading'])
      if (chosen[name]) list.setAttribute(name, chosen[name]);
    list.setAttribute('heading-level', '3');
    preview.replaceChildren(list);
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    // Not a list for every letter of a headline.
    waiting = setTimeout(update, 250);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    code.select();
    navigator.clipboard.writeText(code.value).then(
      () => (said.textContent = page.copied),
      // The text is marked: it can be copied by hand.
      () => undefined,
    );
  });
  for (const part of document.querySelectorAll('[data-embed-ready]')) part.removeAttribute('hidden');
  update();
}
