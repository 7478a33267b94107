import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Translate } from '../../i18n/translator.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { Notice } from '../../views/components/notice/notice.tsx';
import type { DatasheetPageData } from '../../views/datasheet-page-data.ts';
import { editFilePage, forgeName, mailPage, newFilePage, type ForgePage } from '../../datasheet/forge-address.ts';
import { sendToInbox, solveInWorker, type HandIn, type Outcome } from './inbox-client.ts';

export interface SheetFile {
  /** Below the content folder. */
  readonly path: string;
  readonly text: string;
  /** Whether `text` holds only what is to be changed in a file that exists. */
  readonly isChange: boolean;
}

interface Props {
  readonly t: Translate;
  readonly page: Pick<DatasheetPageData, 'ways' | 'proofScript'>;
  readonly files: readonly SheetFile[];
  readonly isCorrection: boolean;
  readonly subject: string;
  readonly handIn: HandIn;
  readonly onSent: () => void;
  /** What the inbox found. */
  readonly onRefused: (problems: readonly Diagnostic[]) => void;
  /** Somebody else has changed the offer meanwhile. */
  readonly onStale: () => Promise<void>;
}

/** Every way to hand in that the municipality has set up, the easiest one first. */
export function HandInWays(props: Props): VNode {
  // Once it has arrived, nobody shall send it a second time by another way.
  const [sent, setSent] = useState(false);
  const { t, page, files, isCorrection, subject } = props;
  const { repository, email, download, inbox } = page.ways;
  const text = files.map((file) => file.text).join('\n');
  const mail = email === undefined ? undefined : mailPage(email, subject, text);
  return (
    <section class="hand-in" aria-labelledby="hand-in-title">
      <h3 id="hand-in-title" class={sent ? 'visually-hidden' : ''}>
        {t('send.title')}
      </h3>
      {isCorrection && !sent && <p>{t('send.changes-only')}</p>}
      {inbox !== undefined && (
        <InboxWay
          {...props}
          inbox={inbox}
          onSent={() => {
            setSent(true);
            props.onSent();
          }}
        />
      )}
      {mail && !sent && (
        <div class="hand-in-way">
          <a class="button button-second" href={mail.href}>
            {t('send.email')}
          </a>
          {!mail.hasText && <p>{t('send.email-attach')}</p>}
        </div>
      )}
      {repository &&
        !sent &&
        files.map((file) => (
          <ForgeWay
            key={file.path}
            t={t}
            name={forgeName(repository)}
            page={file.isChange ? editFilePage(repository, file.path) : newFilePage(repository, file.path, file.text)}
            text={file.text}
          />
        ))}
      {(download || mail?.hasText !== true) && !sent && (
        <div class="hand-in-way">
          {files.map((file) => (
            <DownloadButton key={file.path} t={t} file={file} />
          ))}
        </div>
      )}
    </section>
  );
}

function DownloadButton({ t, file }: { readonly t: Translate; readonly file: SheetFile }): VNode {
  const name = file.path.split('/').at(-1)!;
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([file.text], { type: 'text/markdown' }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <button class="button button-second" type="button" onClick={save}>
      <span>
        {t('send.download')} (<bdi dir="ltr">{name}</bdi>)
      </span>
    </button>
  );
}

interface ForgeProps {
  readonly t: Translate;
  readonly name: string;
  readonly page: ForgePage;
  readonly text: string;
}

function ForgeWay({ t, name, page, text }: ForgeProps): VNode {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="hand-in-way">
      {!page.hasText && (
        <>
          <p>{t('send.copy-first', { forge: name })}</p>
          <button class="button button-second" type="button" onClick={copy}>
            {t('send.copy')}
          </button>
          <p role="status">{copied ? t('send.copied') : ''}</p>
        </>
      )}
      <a class="button button-second" href={page.href} rel="noopener">
        {t('send.forge', { forge: name })}
      </a>
      <p>{t('send.forge-text')}</p>
    </div>
  );
}

interface InboxProps extends Props {
  readonly inbox: string;
}

function InboxWay({ t, page, inbox, handIn, onSent, onRefused, onStale }: InboxProps): VNode {
  const [state, setState] = useState<Outcome | { readonly state: 'ready' | 'working' }>({ state: 'ready' });
  const send = async (): Promise<void> => {
    setState({ state: 'working' });
    const place = { inbox, solve: solveInWorker(page.proofScript), fetch: globalThis.fetch.bind(globalThis) };
    const outcome = await sendToInbox(handIn, place);
    setState(outcome);
    if (outcome.state === 'sent') onSent();
    if (outcome.state === 'refused') onRefused(outcome.problems);
    if (outcome.state === 'stale') await onStale();
  };
  return (
    <div class="hand-in-way">
      {state.state !== 'sent' && (
        <>
          <button
            class="button"
            type="button"
            // A disabled button would lose the focus.
            aria-disabled={state.state === 'working'}
            onClick={() => {
              if (state.state !== 'working') void send();
            }}
          >
            {t(state.state === 'failed' || state.state === 'busy' ? 'search.retry' : 'send.inbox')}
          </button>
          <p>{t('send.inbox-text')}</p>
        </>
      )}
      <div role="status">
        {state.state === 'working' && <p>{t('send.working')}</p>}
        {state.state === 'sent' && (
          <Notice tone="note" title={t('send.sent')}>
            <p>
              <bdi>{t('send.receipt', { number: state.receipt })}</bdi>
            </p>
          </Notice>
        )}
        {state.state === 'failed' && <Notice tone="stop" title={t('send.failed')} />}
        {state.state === 'busy' && <Notice tone="wait" title={t('send.busy')} />}
        {state.state === 'refused' && <Notice tone="stop" title={t('send.refused')} />}
      </div>
    </div>
  );
}
