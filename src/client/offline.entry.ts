/** On every page: says when the page came from the device and the network has a newer one. The words for it stand on the page about offline use. */
interface Newer {
  readonly kind: 'newer';
  readonly from: string;
}

navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<Newer>) => {
  if (data.kind === 'newer') void show(data.from);
});

async function show(from: string): Promise<void> {
  const page = new DOMParser().parseFromString(await (await fetch(from)).text(), 'text/html');
  const notice = page.querySelector<HTMLTemplateElement>('#offline-newer')?.content.firstElementChild;
  if (!notice || document.querySelector('.offline-newer')) return;
  const region = document.body.appendChild(document.createElement('div'));
  region.setAttribute('role', 'status');
  // A region is announced when something comes into it, not when it comes itself.
  requestAnimationFrame(() => {
    region.append(document.importNode(notice, true));
    region.querySelector('button')?.addEventListener('click', () => location.reload());
  });
}
