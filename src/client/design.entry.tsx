import { render } from 'preact';
import type { DesignData } from '../views/design-data.ts';
import { DesignApp } from './design/design-app.tsx';

const place = document.querySelector('#design-app');
const data = document.querySelector('#design-data')?.textContent;
if (place && data) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  place.replaceChildren();
  render(<DesignApp data={JSON.parse(data) as DesignData} show={(css) => sheet.replaceSync(css)} />, place);
}
