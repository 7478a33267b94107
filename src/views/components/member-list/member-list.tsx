import type { VNode } from 'preact';
import { foreign, type ShownText } from '../text/text.tsx';

export interface Member {
  readonly href: string;
  readonly name: ShownText;
  readonly role?: ShownText;
}

/** Who belongs to a network, or the networks that one belongs to, each with the part it has. */
export function MemberList({ members }: { readonly members: readonly Member[] }): VNode {
  return (
    <ul class="member-list" role="list">
      {members.map(({ href, name, role }) => (
        <li key={href}>
          <a href={href} {...foreign(name)}>
            {name.value}
          </a>
          {role && (
            <span class="member-role" {...foreign(role)}>
              {role.value}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
