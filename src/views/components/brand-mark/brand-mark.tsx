import type { VNode } from 'preact';

/** The pilot's sign: a course that leads to a light. */
export function BrandMark(): VNode {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <path class="brand-mark-course" d="M3 27c6-.5 9.5-3.5 12.5-8.5" />
      <circle class="brand-mark-light" cx="20" cy="11.5" r="4.5" />
      <path class="brand-mark-beam" d="M28.5 11.5A8.5 8.5 0 0 0 20 3" />
    </svg>
  );
}

/** The sign drawn large, as the only ornament of the start page. */
export function CourseLine(): VNode {
  return (
    <svg class="course-line" viewBox="0 0 480 240" aria-hidden="true" focusable="false">
      <path class="brand-mark-course" d="M-20 226C90 236 140 170 210 150s120 8 190-78" />
      <circle class="brand-mark-light" cx="416" cy="54" r="12" />
      <path class="brand-mark-beam" d="M444 54a28 28 0 0 0-28-28M464 54a48 48 0 0 0-48-48" />
    </svg>
  );
}
