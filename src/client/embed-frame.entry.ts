/** On the page that others show in a frame: the list that its address asks for. */
import type { EmbedFrameData } from '../views/embed-data.ts';
import { tellHeight } from './embed/frame-height.ts';
import { defineList } from './embed/list-element.ts';

/** Parameters of the address and the attributes that they stand for. */
const parameters = {
  thema: 'topic',
  ort: 'town',
  zielgruppe: 'audience',
  sprache: 'language',
  anzahl: 'limit',
  titel: 'heading',
} as const;

const list = document.querySelector('angebotslotse-list');
const data = document.getElementById('embed-data')?.textContent;
if (list && data) {
  const { root, texts } = JSON.parse(data) as EmbedFrameData;
  const asked = new URLSearchParams(location.search);
  for (const [name, attribute] of Object.entries(parameters)) {
    const value = asked.get(name);
    if (value !== null) list.setAttribute(attribute, value);
  }
  defineList({ root: new URL(root, location.href).href, texts });
  tellHeight(document.getElementById('content') ?? list);
}
