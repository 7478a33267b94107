/** Runs only where a reader has asked for it: keeps what is visited and answers when there is no connection. */
import { offlinePath } from '../model/offline-set.ts';
import { Answerer, kindOf } from './offline/answer.ts';
import { Storage } from './offline/storage.ts';

/** A page tells that it wants to be kept. */
export interface VisitMessage {
  readonly kind: 'visit';
  /** From the site's root. */
  readonly path: string;
}

/** A page that was shown from the device is told that the network has brought a newer one. */
export interface NewerMessage {
  readonly kind: 'newer';
  /** Address of a page that has the words for it. */
  readonly from: string;
}

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  readonly clientId: string;
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
interface Client {
  postMessage(message: NewerMessage): void;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; get(id: string): Promise<Client | undefined> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(
    type: 'message',
    listener: (
      event: ExtendableEvent & { readonly data: VisitMessage; readonly ports: readonly MessagePort[] },
    ) => void,
  ): void;
}
const scope = self as unknown as WorkerScope;

const root = new URL(scope.registration.scope).pathname;
const storage = new Storage(root);
const answerer = new Answerer(storage);

// Pages depend on the files in their own names only, so a new version of this script may take over at once.
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

scope.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data.kind === 'visit')
    event.waitUntil(
      answerer
        .keepPage(data.path)
        .catch(() => {})
        .then(() => ports[0]?.postMessage('done')),
    );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // `no-store` and `reload` ask for the network and nothing else.
  if (request.method !== 'GET' || request.cache === 'no-store' || request.cache === 'reload') return;
  if (url.origin !== location.origin || !url.pathname.startsWith(root)) return;
  const path = url.pathname.slice(root.length);
  const kind = kindOf(path);
  if (kind !== undefined) event.respondWith(answer(event, path, kind));
});

async function answer(event: FetchEvent, path: string, kind: string): Promise<Response> {
  if (!(await storage.isOn())) return fetch(event.request);
  if (kind === 'hashed') return answerer.hashed(path);
  const { response, after } = await answerer.named(event.request, path);
  event.waitUntil(after.then((isNewer) => (isNewer && kind === 'page' ? tell(event, path) : undefined)));
  return response;
}

async function tell({ resultingClientId, clientId }: FetchEvent, path: string): Promise<void> {
  const client = await scope.clients.get(resultingClientId || clientId);
  client?.postMessage({ kind: 'newer', from: `${root}${path.split('/')[0] ?? ''}/${offlinePath}` });
}
