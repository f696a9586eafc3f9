import { VisuallyHidden } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconLanguage } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { personQuery } from '../lib/auth.ts';
import { LazyMenu } from '../ui/lazy-menu.tsx';
import classes from './person-menu.module.css';

const PersonMenuList = lazy(async () => ({ default: (await import('./person-menu-list.tsx')).PersonMenuList }));

/** The initials of whoever is signed in; opens their menu. */
export function PersonMenu() {
  const { data: person } = useQuery(personQuery);
  return (
    <LazyMenu menu={PersonMenuList}>
      <span className={classes['initials']}>
        {person === null ? <IconLanguage size={18} stroke={1.7} /> : initialsOf(person?.name ?? '')}
      </span>
      <VisuallyHidden>
        <Trans>Your menu</Trans>
      </VisuallyHidden>
    </LazyMenu>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.match(/^./u)?.[0] ?? '')
    .join('')
    .toUpperCase();
}
