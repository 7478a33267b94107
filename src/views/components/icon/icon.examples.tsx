import type { Examples } from '../../example-sets.ts';
import { Icon } from './icon.tsx';
import { TopicIcon } from './topic-icon.tsx';

const ownIcons = [
  'arrow',
  'calendar',
  'check',
  'chevron',
  'child',
  'coin',
  'cross',
  'filter',
  'globe',
  'home',
  'info',
  'mail',
  'pause',
  'pen',
  'people',
  'phone',
  'pin',
  'refresh',
  'search',
  'speech',
  'tag',
  'wheelchair',
] as const;

const topicIcons = [
  'speech',
  'compass',
  'passport',
  'form',
  'briefcase',
  'graduation',
  'certificate',
  'school',
  'blocks',
  'family',
  'youth',
  'heart',
  'mind',
  'baby',
  'wheelchair',
  'house',
  'coins',
  'basket',
  'people',
  'ball',
  'masks',
  'phone-screen',
  'bus',
  'shield',
  'scales-balance',
  'scales',
  'flag',
  'hand',
  'alert',
  'of no such name',
];

export const examples: Examples = {
  'of the interface': () => (
    <ul class="link-chips">
      {ownIcons.map((name) => (
        <li key={name} class="chip">
          <Icon name={name} />
          {name}
        </li>
      ))}
    </ul>
  ),
  'of vocabularies': () => (
    <ul class="link-chips">
      {topicIcons.map((name) => (
        <li key={name} class="chip">
          <TopicIcon name={name} />
          {name}
        </li>
      ))}
    </ul>
  ),
};
