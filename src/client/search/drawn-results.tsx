import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { drawResults, type ResultsProps } from './draw-results.ts';

/** The list of results; a newer one takes over from one that is still being drawn. */
export function DrawnResults({ results, awaited = 0, level }: ResultsProps): VNode {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const overtaken = new AbortController();
    if (list.current) void drawResults({ results, awaited, level }, list.current, overtaken.signal);
    return () => overtaken.abort();
  }, [results, awaited, level]);
  return <ul class="result-list" role="list" ref={list} />;
}
