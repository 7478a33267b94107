/** The button that passes the link to an offer on: by the ways of the device, else into its clipboard. */
export function passOn(): void {
  const ways = document.querySelector<HTMLElement>('[data-share]');
  const button = ways?.querySelector('button');
  const url = ways?.dataset['share'];
  const hasShare = 'share' in navigator;
  // Without either the address stands beside the code, to be written down.
  if (!ways || !button || url === undefined || !(hasShare || 'clipboard' in navigator)) return;
  button.addEventListener('click', () => {
    const shared = hasShare ? navigator.share({ url, title: document.title }) : copy(url);
    // Closing the dialogue is no failure.
    shared.catch((error: unknown) => (error instanceof Error && error.name === 'AbortError' ? undefined : copy(url)));
  });
  ways.hidden = false;

  async function copy(address: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(address);
      ways!.querySelector('[role="status"]')!.textContent = ways!.dataset['copied'] ?? '';
    } catch {
      // The address stands beside the code.
    }
  }
}
