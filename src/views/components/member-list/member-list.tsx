import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface Member {
  readonly href: string;
  readonly name: ShownText;
  readonly role?: ShownText;
  /** Whether it may vote, in words. */
  readonly vote?: string;
}

/** Who belongs to a network, what they do there and whether they vote. */
export function MemberList({ members }: { readonly members: readonly Member[] }): VNode {
  return (
    <ul class="member-list" role="list">
      {members.map(({ href, name, role, vote }) => (
        <li key={href}>
          <a href={href} {...foreign(name)}>
            {name.value}
          </a>
          {(role ?? vote) && (
            <ul class="inline-list">
              {role && <li {...foreign(role)}>{role.value}</li>}
              {vote && <li>{vote}</li>}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
