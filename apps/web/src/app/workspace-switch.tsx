import { Text, VisuallyHidden } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { chosenMembership } from '../lib/membership-choice.ts';
import { membershipsQuery } from '../lib/membership.ts';
import { LazyMenu } from '../ui/lazy-menu.tsx';

const WorkspaceList = lazy(async () => ({ default: (await import('./workspace-list.tsx')).WorkspaceList }));

/** The name of the workspace; for people in several, the way into the others. */
export function WorkspaceSwitch() {
  const { data } = useQuery(membershipsQuery);
  const name = (
    <Text fw={600} truncate>
      {chosenMembership()?.name}
    </Text>
  );
  if (data === undefined || data.items.length < 2) return name;
  return (
    <LazyMenu menu={WorkspaceList}>
      {name}
      <IconSelector size={14} aria-hidden style={{ flex: 'none', alignSelf: 'center' }} />
      <VisuallyHidden>
        <Trans>Change the workspace</Trans>
      </VisuallyHidden>
    </LazyMenu>
  );
}
