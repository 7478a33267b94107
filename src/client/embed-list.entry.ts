/**
 * `/einbetten/angebotslotse-list.js`: the only script that other sites load. Its name and the attributes of the element
 * stay as they are. It also gives frames of this site the height of what is in them.
 */
import type { EmbedTexts } from '../views/embed-data.ts';
import { followFrames } from './embed/frame-height.ts';
import { defineList } from './embed/list-element.ts';

/** Put before this script when the site is built. */
declare const angebotslotseTexts: EmbedTexts;

const source = (document.currentScript as HTMLScriptElement | null)?.src;
if (source) {
  const root = new URL('..', source).href;
  defineList({ root, texts: angebotslotseTexts });
  followFrames(new URL(root).origin);
}
