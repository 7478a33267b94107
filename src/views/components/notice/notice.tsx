import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

/** note: good to know · wait: not now, or ask first · stop: no longer */
export type NoticeTone = 'note' | 'wait' | 'stop';

export interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ComponentChildren;
}

const icons: Readonly<Record<NoticeTone, IconName>> = { note: 'info', wait: 'pause', stop: 'cross' };

/** Something to know before all else, e.g. that an offer is on pause. */
export function Notice({ tone, title, children }: NoticeProps): VNode {
  return (
    <div class={`notice notice-${tone}`}>
      <Icon name={icons[tone]} />
      <div>
        <p class="notice-title">{title}</p>
        {children}
      </div>
    </div>
  );
}
