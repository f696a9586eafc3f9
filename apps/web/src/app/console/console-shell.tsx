import { ActionIcon, AppShell, Burger, Group, NavLink, Stack, UnstyledButton, Kbd } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { learnCalls } from '../../lib/api/call.ts';
import { companyCalls } from '../../lib/api/company-routes.gen.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { consoleRoute } from '../../lib/routes.ts';
import { PersonMenu } from '../person-menu.tsx';
import { ShellFrame } from '../shell-frame.tsx';
import { SkipLink } from '../skip-link.tsx';
import { WorkspaceSwitch } from '../workspace-switch.tsx';
import classes from './console-shell.module.css';
import { consoleEntries } from './console-navigation.ts';

// What only the company calls comes with its frame: no call waits for it.
learnCalls(companyCalls);

/** The frame of the company's screens: places at the left, the screen beside them. */
export function ConsoleShell() {
  const { t } = useLingui();
  const [opened, menu] = useDisclosure();
  const [palette, setPalette] = useState(false);
  const { why } = consoleRoute.useSearch();
  const navigate = useNavigate();
  const role = chosenMembership()?.role;
  const entries = consoleEntries.filter(({ roles }) => roles === undefined || (role !== undefined && roles.includes(role)));
  const places = entries.map(({ id, label, to }) => ({ id, label: t(label), go: () => void navigate({ to }) }));
  return (
    <>
      <SkipLink />
      <AppShell
        header={{ height: { base: 52, sm: 0 } }}
        navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }}
        padding={{ base: 'md', sm: 'xl' }}
      >
        <AppShell.Header hiddenFrom="sm" px="md" className={classes['header']}>
          <Group h="100%" justify="space-between" wrap="nowrap">
            <Burger opened={opened} onClick={menu.toggle} size="sm" aria-label={t`Navigation`} aria-expanded={opened} />
            <WorkspaceSwitch />
            <ActionIcon variant="subtle" color="gray" onClick={() => setPalette(true)} aria-label={t`Search`}>
              <IconSearch size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" className={classes['navbar']} aria-label={t`Console`}>
          <Stack h="100%" gap="sm">
            <Group justify="space-between" wrap="nowrap" px={6} visibleFrom="sm">
              <WorkspaceSwitch />
            </Group>
            <UnstyledButton className={classes['search']} onClick={() => setPalette(true)} visibleFrom="sm">
              <IconSearch size={14} aria-hidden />
              <span>
                <Trans>Search</Trans>
              </span>
              <Kbd size="xs">Ctrl K</Kbd>
            </UnstyledButton>
            <Places entries={entries} onGo={menu.close} />
            <Group px={6} justify="space-between">
              <PersonMenu />
            </Group>
          </Stack>
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1}>
          <ShellFrame places={places} why={why} palette={palette} onPalette={setPalette}>
            <Outlet />
          </ShellFrame>
        </AppShell.Main>
      </AppShell>
    </>
  );
}

function Places({ entries, onGo }: { entries: typeof consoleEntries; onGo: () => void }) {
  const { t } = useLingui();
  return (
    <Stack gap={2} flex={1}>
      {entries.map(({ id, label, icon: Icon, to, exact = false }) => (
        <NavLink
          key={id}
          label={t(label)}
          leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
          className={classes['link'] ?? ''}
          onClick={onGo}
          renderRoot={(props) => (
            <Link
              to={to}
              activeOptions={{ exact, includeSearch: false }}
              activeProps={{ 'data-active': 'true', 'aria-current': 'page' }}
              {...props}
            />
          )}
        />
      ))}
    </Stack>
  );
}
