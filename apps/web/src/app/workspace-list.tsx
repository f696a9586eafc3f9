import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { AnswerOf } from '../lib/api/call.ts';
import { chooseMembership, chosenMembership } from '../lib/membership-choice.ts';
import { homeOf, membershipsQuery } from '../lib/membership.ts';

/** The workspaces of whoever is signed in. Comes when it is first opened. */
export function WorkspaceList({ target }: { target: ReactElement }) {
  const { data } = useQuery(membershipsQuery);
  const chosen = chosenMembership();
  return (
    <Menu position="bottom-start" width={240} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {data?.items.map((item) => (
          <Menu.Item
            key={item.id}
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
