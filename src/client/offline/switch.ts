import type { VisitMessage } from '../service-worker.entry.ts';
import type { Storage } from './storage.ts';

/** Whether the reader has asked for offline use on this device. */
export async function isSwitchedOn(storage: Storage): Promise<boolean> {
  return (await storage.isOn()) && (await registrationOf(storage)) !== undefined;
}

/** Registers the service worker and keeps the page that is open; from now on visited pages are kept. */
export async function switchOn(storage: Storage): Promise<void> {
  await storage.open('help');
  await navigator.serviceWorker.register(`${storage.root}service-worker.js`, { scope: storage.root });
  const { active } = await navigator.serviceWorker.ready;
  const path = location.pathname.slice(storage.root.length);
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', resolve, { once: true });
    port1.start();
    active?.postMessage({ kind: 'visit', path } satisfies VisitMessage, [port2]);
  });
}

/** Removes everything that this site keeps on the device. */
export async function switchOff(storage: Storage): Promise<void> {
  await (await registrationOf(storage))?.unregister();
  await storage.removeAll();
}

/** Another site on the same host may have a wider one. */
async function registrationOf({ root }: Storage): Promise<ServiceWorkerRegistration | undefined> {
  const found = await navigator.serviceWorker.getRegistration(root);
  return found && new URL(found.scope).pathname === root ? found : undefined;
}
