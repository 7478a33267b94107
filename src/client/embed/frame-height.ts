const key = 'angebotslotse-height';
/** Pixels: more would not be a list but a mistake. */
const highest = 20_000;

/** In the frame: tells the page around it how high the content is, and nothing else. */
export function tellHeight(content: Element): void {
  if (parent === window) return;
  const observer = new ResizeObserver(() => {
    // A height is no secret, and who may frame the page is not known here.
    parent.postMessage({ [key]: Math.ceil(content.getBoundingClientRect().height) }, '*');
  });
  observer.observe(content);
}

/** Around the frame: listens to frames of this origin alone, and only to a number. */
export function followFrames(origin: string): void {
  addEventListener('message', ({ origin: sender, source, data }: MessageEvent<unknown>) => {
    if (sender !== origin || typeof data !== 'object' || data === null) return;
    const height = (data as Record<string, unknown>)[key];
    if (typeof height !== 'number' || !(height > 0 && height <= highest)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow !== source) continue;
      frame.style.height = `${height}px`;
      frame.style.border = '0';
    }
  });
}
