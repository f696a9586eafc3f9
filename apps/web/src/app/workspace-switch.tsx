import { Menu, Text, UnstyledButton } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { AnswerOf } from '../lib/api/call.ts';
import { homeOf, membershipsQuery } from '../lib/membership.ts';
import { chooseMembership, chosenMembership } from '../lib/membership-choice.ts';

/** The name of the workspace; for people in several, the way into the others. */
export function WorkspaceSwitch() {
  const { t } = useLingui();
  const { data } = useQuery(membershipsQuery);
  const chosen = chosenMembership();
  const name = (
    <Text fw={600} truncate>
      {chosen?.name}
    </Text>
  );
  if (data === undefined || data.items.length < 2) return name;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <UnstyledButton
          aria-label={t`Workspace: ${chosen?.name ?? ''}. Change`}
          style={{ display: 'flex', alignItems: 'center', gap: 4, minWidth: 0 }}
        >
          {name}
          <IconSelector size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {data.items.map((item) => (
          <Menu.Item
            key={`${item.id} ${item.partnerId}`}
            rightSection={item.id === chosen?.workspaceId ? <IconCheck size={14} aria-hidden /> : null}
            onClick={() => enter(item)}
          >
            {item.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

// Another company is another place: nothing of the former one may stay in memory, so the page begins anew.
function enter({ id, role, partnerId, name }: AnswerOf<'listWorkspaces'>['items'][number]): void {
  chooseMembership({ workspaceId: id, role, partnerId, name });
  location.assign(homeOf(role));
}
