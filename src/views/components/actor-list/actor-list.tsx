import type { VNode } from 'preact';
import { foreign, type ShownText, Text } from '../text/text.tsx';

export interface Actor {
  readonly href: string;
  readonly name: ShownText;
  /** Number of offers, in words. */
  readonly count: string;
  /** Networks it takes part in, each with what it does there. */
  readonly networks: readonly { readonly href: string; readonly name: ShownText; readonly role?: ShownText }[];
  /** How to reach it: whole `tel:` address, and the number as written. */
  readonly phone?: { readonly href: string; readonly number: string };
  readonly email?: string;
}

export interface ActorListProps {
  readonly actors: readonly Actor[];
  /** Before the networks. */
  readonly networksLabel: string;
}

/** Organisations with their part in the networks, for those who want to reach them. */
export function ActorList({ actors, networksLabel }: ActorListProps): VNode {
  return (
    <ul class="actor-list" role="list">
      {actors.map(({ href, name, count, networks, phone, email }) => (
        <li key={href} class="actor">
          <p class="actor-name">
            <a href={href} {...foreign(name)}>
              {name.value}
            </a>
          </p>
          <p class="label">{count}</p>
          {networks.length > 0 && (
            <div class="actor-networks">
              <span class="label">{networksLabel}</span>
              <ul role="list">
                {networks.map((network) => (
                  <li key={network.href}>
                    <a href={network.href} {...foreign(network.name)}>
                      {network.name.value}
                    </a>
                    {network.role && (
                      <span class="actor-role">
                        {' – '}
                        <Text text={network.role} />
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )}
          {(phone ?? email) && (
            <ul class="actor-ways" role="list">
              {phone && (
                <li>
                  <a href={phone.href} dir="ltr" class="number" translate={false}>
                    {phone.number}
                  </a>
                </li>
              )}
              {email && (
                <li>
                  <a href={`mailto:${email}`} dir="ltr" class="actor-email" translate={false}>
                    {email}
                  </a>
                </li>
              )}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
