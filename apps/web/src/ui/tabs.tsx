import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Address } from '../lib/address.ts';
import classes from './tabs.module.css';

export interface Tab {
  readonly label: string;
  readonly to: Address;
  readonly exact?: boolean;
  /** Instead of those of all. */
  readonly params?: Readonly<Record<string, string>>;
}

/** Parts of one thing, each with an address of its own. */
export function Tabs({
  label,
  tabs,
  params,
  keepSearch = false,
}: {
  label: string;
  tabs: readonly Tab[];
  params?: Readonly<Record<string, string>>;
  /** What the address says besides goes along. */
  keepSearch?: boolean;
}) {
  const bar = useRef<HTMLElement>(null);
  const pathname = useLocation({ select: (location) => location.pathname });
  const shown = useRef('');
  // Where there are more than have room, the one that is shown stands in the middle; whoever then looks further is left alone.
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    const here = bar.current?.querySelector<HTMLElement>('[aria-current=page]');
    if (bar.current === null || here === null || here === undefined) return;
    bar.current.scrollLeft = here.offsetLeft - bar.current.offsetLeft - (bar.current.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  return (
    <nav ref={bar} aria-label={label} className={classes['tabs']}>
      {tabs.map(({ to, label: name, exact = false, params: own = params }) => (
        <Link
          key={name}
          to={to}
          params={own as never}
          {...(keepSearch ? { search: true as never } : {})}
          resetScroll={false}
          className={classes['tab'] ?? ''}
          activeOptions={{ exact, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}
