import type { VNode } from 'preact';
import type { Translate } from '../../../i18n/translator.ts';

export interface SignVideoProps {
  readonly t: Translate;
  /** Addresses of the municipality's own files. */
  readonly video?: string;
  readonly poster?: string;
  readonly captions?: string;
  /** The video on a site of its own: only linked. */
  readonly url?: string;
  /** The page with what the video says. */
  readonly transcript?: string;
}

/** A video in German Sign Language. Nothing of it is loaded before somebody plays it. */
export function SignVideo({ t, video, poster, captions, url, transcript }: SignVideoProps): VNode {
  const address = url ?? video;
  return (
    <section class="sign-video">
      <h2>{t('sign-language.title')}</h2>
      <p>{t('sign-language.intro')}</p>
      {video && (
        <video controls preload="none" playsInline poster={poster} aria-label={t('sign-language.title')}>
          <source src={video} type={video.endsWith('.webm') ? 'video/webm' : 'video/mp4'} />
          {captions && <track kind="captions" src={captions} srcLang="de" label="Deutsch" />}
        </video>
      )}
      <p class="more-links">
        {address && (
          <a class="arrow-link" href={address} rel={url && 'noopener'}>
            {t('sign-language.watch')}
          </a>
        )}
        {transcript && (
          <a class="arrow-link" href={transcript}>
            {t('sign-language.text')}
          </a>
        )}
      </p>
    </section>
  );
}
