/** Addresses of built files for pages that are only made, not opened: every name has one. */
export const stubAssets: ReadonlyMap<string, string> = new (class extends Map<string, string> {
  override get(name: string): string {
    return `assets/${name}`;
  }
})();
