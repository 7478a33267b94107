import { useEffect, useRef } from 'preact/hooks';

export interface GestureMoves {
  /** By shares of the width, as the content moves under the finger. */
  readonly onPan: (right: number, down: number) => void;
  readonly onZoom: (factor: number, at: readonly [x: number, y: number]) => void;
  /** Whether one finger moves the map; otherwise it moves the page. */
  readonly canPan: () => boolean;
}

/** So far a finger trembles when it taps. */
const threshold = 6;

/** Moves and zooms by mouse, fingers and wheel; the wheel alone scrolls the page unless the map was clicked into. */
export function useGestures(moves: GestureMoves) {
  const surface = useRef<HTMLDivElement>(null);
  const latest = useRef(moves);
  latest.current = moves;

  useEffect(() => {
    const element = surface.current;
    if (!element) return undefined;
    const pointers = new Map<number, { x: number; y: number }>();
    let moved = 0;
    const ended = new AbortController();
    const share = (x: number, y: number): readonly [number, number] => {
      const box = element.getBoundingClientRect();
      return [(x - box.left) / box.width, (y - box.top) / box.height];
    };
    const spread = (): number => {
      const [a, b] = [...pointers.values()];
      return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
    };
    const down = (event: PointerEvent): void => {
      if ((event.target as Element).closest('button')) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    };
    const move = (event: PointerEvent): void => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const wide = spread();
      const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
      if (pointers.size === 1 && moved === 0 && Math.hypot(dx, dy) < threshold) return;
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const { width } = element.getBoundingClientRect();
      if (pointers.size === 2) {
        const [a, b] = [...pointers.values()] as [{ x: number; y: number }, { x: number; y: number }];
        if (wide > 0) latest.current.onZoom(wide / Math.max(1, spread()), share((a.x + b.x) / 2, (a.y + b.y) / 2));
        latest.current.onPan(-dx / 2 / width, -dy / 2 / width);
      } else if (event.pointerType === 'mouse' || latest.current.canPan()) {
        latest.current.onPan(-dx / width, -dy / width);
      } else return;
      moved += Math.hypot(dx, dy);
      element.setPointerCapture(event.pointerId);
    };
    const up = (event: PointerEvent): void => void pointers.delete(event.pointerId);
    // After a move the point under the finger was not meant.
    const click = (event: MouseEvent): void => {
      if (moved < threshold) return;
      moved = 0;
      event.preventDefault();
      event.stopPropagation();
    };
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey && !element.contains(document.activeElement)) return;
      event.preventDefault();
      latest.current.onZoom(2 ** (event.deltaY / 240), share(event.clientX, event.clientY));
    };
    const dragLink = (event: Event): void => event.preventDefault();
    const options = { signal: ended.signal };
    element.addEventListener('pointerdown', down, options);
    element.addEventListener('pointermove', move, options);
    element.addEventListener('pointerup', up, options);
    element.addEventListener('pointercancel', up, options);
    element.addEventListener('click', click, { ...options, capture: true });
    element.addEventListener('wheel', wheel, { ...options, passive: false });
    element.addEventListener('dragstart', dragLink, options);
    return () => ended.abort();
  }, []);

  return surface;
}
