import { Link } from '@tanstack/react-router';
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
  return (
    <nav aria-label={label} className={classes['tabs']}>
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
