/** Pagefind's own script on the same bare page: ten results with title and excerpt; on the main thread as well, or in its worker, which is its default. */
interface Pagefind {
  options(options: object): Promise<void>;
  search(
    query: string,
  ): Promise<{ results: { data(): Promise<{ url: string; excerpt: string; meta: { title: string } }> }[] }>;
}

let pagefind: Pagefind | undefined;

/** Milliseconds to the answer; the results are on the page when it resolves. */
export async function run(query: string): Promise<number> {
  const begun = performance.now();
  document.getElementById('list')?.setAttribute('hidden', '');
  if (!pagefind) {
    const address = '/pagefind/pagefind.js';
    pagefind = (await import(address)) as Pagefind;
    await pagefind.options({ noWorker: !location.hash });
  }
  const { results } = await pagefind.search(query);
  const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
  if (pages.length === 0) throw new Error(`Nothing found for ${query}`);
  const answered = performance.now() - begun;
  document.getElementById('results')!.innerHTML = pages
    .map(
      ({ url, excerpt, meta }) =>
        `<li><article><h3><a href="${url}">${meta.title}</a></h3><p>${excerpt}</p></article></li>`,
    )
    .join('');
  return answered;
}
