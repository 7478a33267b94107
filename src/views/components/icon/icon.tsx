import type { VNode } from 'preact';
import { IconPath } from './icon-path.tsx';
import * as paths from './icon-paths.ts';

export type IconName = keyof typeof paths;

const byName: Readonly<Record<IconName, string>> = { ...paths };

/** A drawing beside words; it never stands for itself and screen readers pass over it. */
export function Icon({ name }: { readonly name: IconName }): VNode {
  return <IconPath path={byName[name]} flip={name === 'arrow'} />;
}
