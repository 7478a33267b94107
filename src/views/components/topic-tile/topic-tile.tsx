import type { VNode } from 'preact';
import { TopicIcon } from '../icon/topic-icon.tsx';
import { foreign, type ShownText } from '../text/text.tsx';

export interface TopicTileProps {
  readonly href: string;
  readonly label: ShownText;
  readonly description?: ShownText;
  readonly icon?: string;
  /** Number of offers, in words. */
  readonly count?: string;
}

/** A large way into one topic: picture, word, number of offers. */
export function TopicTile({ href, label, description, icon, count }: TopicTileProps): VNode {
  return (
    <a class="topic-tile" href={href}>
      <span class="topic-tile-icon">
        <TopicIcon name={icon} />
      </span>
      <span class="topic-tile-label" {...foreign(label)}>
        {label.value}
      </span>
      {description && (
        <span class="topic-tile-description" {...foreign(description)}>
          {description.value}
        </span>
      )}
      {count && <span class="topic-tile-count">{count}</span>}
    </a>
  );
}

export function TopicTiles({ tiles }: { readonly tiles: readonly TopicTileProps[] }): VNode {
  return (
    <ul class="topic-tiles" role="list">
      {tiles.map((tile) => (
        <li key={tile.href}>
          <TopicTile {...tile} />
        </li>
      ))}
    </ul>
  );
}
