/** What components need to be drawn without Preact, which on the real page draws the box and the filters only. */
export const jsx = (type: unknown, props: object): object => ({ type, props });
export const jsxs = jsx;
export const Fragment = ({ children }: { readonly children?: unknown }): unknown => children;
