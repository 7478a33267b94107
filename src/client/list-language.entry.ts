/** On the page that a QR code opens: the list goes along into the language that is chosen; the reader's own stand first. */
const list = document.querySelector('.language-choice ul');
const links = [...(list?.querySelectorAll<HTMLAnchorElement>('a[hreflang]') ?? [])];
for (const link of links) link.hash = location.hash;

const wanted = navigator.languages.flatMap((tag) => {
  const base = tag.split('-')[0] ?? tag;
  return links.filter(({ hreflang }) => hreflang === tag || hreflang === base);
});
for (const link of [...new Set(wanted)].reverse()) {
  const item = link.closest('li');
  if (item) item.parentElement?.prepend(item);
}
