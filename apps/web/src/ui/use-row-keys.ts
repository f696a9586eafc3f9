import { useState, type KeyboardEvent } from 'react';

interface RowKeys {
  readonly count: number;
  /** Brings a row into sight. */
  readonly reveal: (index: number) => void;
  readonly open: (index: number) => void;
}

/** One row of a list is in the order of Tab; arrows (or j and k) move it, Enter opens it. */
export function useRowKeys({ count, reveal, open }: RowKeys) {
  const [active, setActive] = useState(0);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.tagName !== 'TR') return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') return open(active);
    const next = nextOf(event.key, active, count);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    reveal(next);
    const body = event.currentTarget;
    // The row may exist only after the list has scrolled.
    requestAnimationFrame(() => body.querySelector<HTMLElement>(`tr[data-index="${next}"]`)?.focus());
  };
  return { active: Math.min(active, count - 1), setActive, onKeyDown };
}

function nextOf(key: string, active: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return Math.min(active + 1, count - 1);
    case 'ArrowUp':
    case 'k':
      return Math.max(active - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
