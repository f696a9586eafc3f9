import { encodeId } from '@cordee/core/ids';
import { Text, Title } from '@mantine/core';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { Instant } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { auditQuery, factQuery, membersQuery, type Contribution } from './contribution.queries.ts';

interface Happening {
  readonly action: 'declared' | 'confirmed' | 'refused' | 'withdrawn' | 'expired';
  readonly at: string | null;
  readonly words: ReactNode;
  readonly factId?: string;
}

/** What happened with a contribution, in order; by whom is told to owners, who read the audit trail. */
export function ContributionHistory({ contribution }: { contribution: Contribution }) {
  const { factId } = contribution;
  const isOwner = chosenMembership()?.role === 'owner';
  // Withdrawn since, it no longer says itself when it was confirmed: its fact does.
  const { data: fact } = useQuery({ ...factQuery(factId ?? ''), enabled: factId !== null });
  const { data: audit } = useQuery({ ...auditQuery(contribution.id), enabled: isOwner });
  const { data: members } = useQuery({ ...membersQuery, enabled: isOwner });
  const whoOf = (action: string) => {
    const actor = audit?.items.find((entry) => entry.action === `contribution.${action}`)?.actor;
    return members?.items.find(({ userId }) => userId === idOf(actor?.['userId']))?.name ?? null;
  };
  return (
    <section>
      <Title order={3} size="h5" mb="xs">
        <Trans>History</Trans>
      </Title>
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {happeningsOf(contribution, fact?.recordedAt ?? null).map(({ action, at, words, factId: made }) => (
          <li key={action}>
            {made === undefined ? words : <WhyLink factId={made}>{words}</WhyLink>}
            <Text component="span" size="sm" c="dimmed">
              {at !== null && (
                <>
                  {' · '}
                  <Instant at={at} />
                </>
              )}
              {whoOf(action) !== null && ` · ${whoOf(action) ?? ''}`}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function happeningsOf(contribution: Contribution, confirmedAt: string | null): Happening[] {
  const { state, declaredAt, declaredBy, decidedAt, validUntil, factId, endFactId } = contribution;
  const declared = declaredBy === 'partner' ? <Trans>Declared by the partner</Trans> : <Trans>Declared by the company</Trans>;
  const happenings: Happening[] = [{ action: 'declared', at: declaredAt, words: declared }];
  if (factId !== null) happenings.push({ action: 'confirmed', at: confirmedAt, words: <Trans>Confirmed</Trans>, factId });
  if (state === 'refused') happenings.push({ action: 'refused', at: decidedAt, words: <Trans>Refused</Trans> });
  if (state === 'withdrawn') {
    const words = <Trans>Withdrawn</Trans>;
    happenings.push({ action: 'withdrawn', at: decidedAt, words, ...(endFactId === null ? {} : { factId: endFactId }) });
  }
  if (state === 'expired') happenings.push({ action: 'expired', at: validUntil, words: <Trans>Expired</Trans> });
  return happenings;
}

/** The audit trail knows people by the ids of their accounts. */
function idOf(account: unknown): string | null {
  return typeof account === 'string' ? encodeId('usr', account) : null;
}
