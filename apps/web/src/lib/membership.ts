import type { Role } from '@cordee/contract/route';
import type { QueryClient } from '@tanstack/react-query';
import type { AnswerOf } from './api/call.ts';
import { queryOf } from './api/queries.ts';
import { chosenMembership, chooseMembership, type Membership } from './membership-choice.ts';

export const membershipsQuery = { ...queryOf('listWorkspaces', {}), staleTime: 60_000 };

/** Where this person is now: the remembered choice at once, else the first of their workspaces; null when they have none. */
export async function arriveIn(client: QueryClient): Promise<Membership | null> {
  const remembered = chosenMembership();
  if (remembered !== null) return remembered;
  return settleMembership(await client.ensureQueryData(membershipsQuery));
}

/** Compares the choice with what the server says, which wins; true when it changed. */
export function correctMembership(answer: AnswerOf<'listWorkspaces'>): boolean {
  const before = JSON.stringify(chosenMembership());
  settleMembership(answer);
  return JSON.stringify(chosenMembership()) !== before;
}

function settleMembership({ items }: AnswerOf<'listWorkspaces'>): Membership | null {
  const remembered = items.find(({ id }) => id === chosenMembership()?.workspaceId);
  // Not first to where another way in is asked for, when there are others.
  const chosen = remembered ?? items.find(({ signOnRequired }) => !signOnRequired) ?? items[0];
  const membership =
    chosen === undefined ? null : { workspaceId: chosen.id, role: chosen.role, partnerId: chosen.partnerId, name: chosen.name };
  chooseMembership(membership);
  return membership;
}

/** Where a role begins. */
export function homeOf(role: Role): '/console' | '/portal' {
  return role === 'partner' ? '/portal' : '/console';
}
