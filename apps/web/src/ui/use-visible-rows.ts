import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';

const ROW_HEIGHT = 41;
const NEAR_THE_END = 10;

interface RowsInOrder {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** There may be more: asked for when the last rows come into sight. */
  readonly more: (() => void) | null;
}

/** The rows in sight of the window, and the heights of those before and after them. */
export function useVisibleRows({ count, keyOf, more }: RowsInOrder) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useEffect(() => setOffset((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this; its own memory is what makes it fast
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => ROW_HEIGHT,
    overscan: 15,
    scrollMargin: offset,
    getItemKey: keyOf,
    initialRect: { width: 1280, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= count - NEAR_THE_END) more?.();
  }, [more, last, count]);
  return {
    body,
    items,
    before: (items[0]?.start ?? offset) - offset,
    after: virtual.getTotalSize() - (items.at(-1)?.end ?? offset) + offset,
    measure: virtual.measureElement,
    reveal: (index: number) => virtual.scrollToIndex(index),
  };
}
