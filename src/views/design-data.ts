/** What the page for colours hands to its script: token → value, and what each is for. */
export interface DesignData {
  readonly project: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
  /** With the town's own values. */
  readonly town: Readonly<Record<'light' | 'dark', Readonly<Record<string, string>>>>;
  readonly groups: ReadonlyArray<{
    readonly title: string;
    readonly colours: ReadonlyArray<readonly [name: string, purpose: string]>;
  }>;
}
