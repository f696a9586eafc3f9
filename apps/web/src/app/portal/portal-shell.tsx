import { Container, Group } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { portalView } from '../../lib/portal-view.ts';
import { portalRoute } from '../../lib/routes.ts';
import { PersonMenu } from '../person-menu.tsx';
import { ShellFrame } from '../shell-frame.tsx';
import { SkipLink } from '../skip-link.tsx';
import { WorkspaceSwitch } from '../workspace-switch.tsx';
import { portalEntries } from './portal-navigation.ts';
import classes from './portal-shell.module.css';

const ViewBanner = lazy(async () => ({ default: (await import('./view-banner.tsx')).ViewBanner }));

/** The frame of a partner's screens: places above the screen, or under the thumb on a phone. */
export function PortalShell() {
  const { t } = useLingui();
  const view = portalView();
  const [palette, setPalette] = useState(false);
  const { why } = portalRoute.useSearch();
  const navigate = useNavigate();
  const pathname = useLocation({ select: (location) => location.pathname });
  const places = portalEntries.map(({ id, label, to }) => ({
    id,
    label: t(label),
    go: () => void navigate({ to }),
  }));
  return (
    <>
      <SkipLink />
      <Suspense>{view !== null && <ViewBanner view={view} />}</Suspense>
      <header className={classes['header']}>
        <Container size="md" className={classes['bar'] ?? ''}>
          <WorkspaceSwitch />
          <nav className={classes['places']} aria-label={t`Portal`}>
            {portalEntries.map(({ id, label, icon: Icon, to, exact = false, also = [] }) => (
              <Link
                key={id}
                to={to}
                className={classes['place'] ?? ''}
                activeOptions={{ exact }}
                {...(also.includes(pathname) ? { 'aria-current': 'page' as const } : {})}
              >
                <Icon size={18} stroke={1.7} aria-hidden />
                {t(label)}
              </Link>
            ))}
          </nav>
          <Group gap="xs">
            <PersonMenu />
          </Group>
        </Container>
      </header>
      <Container size="md" component="main" id="content" tabIndex={-1} className={classes['main'] ?? ''}>
        <ShellFrame places={places} why={why} palette={palette} onPalette={setPalette}>
          <Outlet />
        </ShellFrame>
      </Container>
    </>
  );
}
