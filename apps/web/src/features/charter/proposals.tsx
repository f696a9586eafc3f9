import { Badge, Button, Card, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Instant } from '../../ui/values.tsx';
import { ArticleChanges } from './article-changes.tsx';
import type { Charter, Proposal, Side } from './charter.queries.ts';
import { sideWords } from './charter-words.ts';
import { CommentForm } from './comment-form.tsx';
import { useCharterAct } from './use-charter-act.ts';

interface ProposalsProps {
  readonly charter: Charter;
  readonly version: number;
  readonly side: Side;
  readonly mayWrite: boolean;
}

/** What is proposed and not decided yet, with what it would change and what was said about it. */
export function Proposals({ charter, version, side, mayWrite }: ProposalsProps) {
  const open = charter.proposals.filter((proposal) => proposal.state === 'open' && proposal.version === version);
  if (open.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>Proposals to decide</Trans>
      </Title>
      <Stack>
        {open.map((proposal) => (
          <ProposalCard key={proposal.number} charter={charter} proposal={proposal} side={side} mayWrite={mayWrite} />
        ))}
      </Stack>
    </section>
  );
}

interface ProposalCardProps extends Omit<ProposalsProps, 'version'> {
  readonly proposal: Proposal;
}

function ProposalCard({ charter, proposal, side, mayWrite }: ProposalCardProps) {
  const { t } = useLingui();
  const comments = charter.entries.filter((entry) => entry.kind === 'said' && entry.proposal === proposal.number);
  return (
    <Card withBorder>
      <Group gap="xs" mb="xs">
        <Text size="sm" fw={600}>
          {t`Proposal ${proposal.number}`} · {t(sideWords[proposal.side])}
          {proposal.by === null ? '' : `, ${proposal.by}`}
        </Text>
        <Text size="sm" c="dimmed">
          <Instant at={proposal.at} />
        </Text>
        {proposal.stale && (
          <Badge color="yellow" variant="outline">
            <Trans>Overtaken: propose it again</Trans>
          </Badge>
        )}
      </Group>
      {proposal.text !== null && <Text style={{ whiteSpace: 'pre-wrap' }}>{proposal.text}</Text>}
      <ArticleChanges changes={proposal.differences} />
      {comments.map((entry) => (
        <Text key={entry.number} size="sm" mt="xs" style={{ whiteSpace: 'pre-wrap' }}>
          <b>{entry.by ?? t(sideWords[entry.side])}</b>: {entry.text}
        </Text>
      ))}
      {mayWrite && (
        <>
          <Decide charterId={charter.id} proposal={proposal} isOwn={proposal.side === side} />
          <CommentForm charterId={charter.id} proposal={proposal.number} />
        </>
      )}
    </Card>
  );
}

function Decide({ charterId, proposal, isOwn }: { charterId: string; proposal: Proposal; isOwn: boolean }) {
  const { t } = useLingui();
  const { act, busy, error } = useCharterAct();
  const [refusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const params = { id: charterId, number: proposal.number };
  const decide = (accept: boolean) =>
    act(
      'decideCharterProposal',
      { params, body: { accept, ...(accept ? {} : { reason }) } },
      accept ? t`Accepted: the text is changed.` : t`Refused. The other side reads the reason.`,
    );
  return (
    <Stack gap="xs" mt="sm">
      {refusing && (
        <Textarea label={t`Reason`} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      )}
      {error !== null && <ProblemNotice error={error} />}
      <Group gap="xs">
        {isOwn && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => void act('withdrawCharterProposal', { params, body: {} }, t`Withdrawn.`)}
          >
            <Trans>Withdraw</Trans>
          </Button>
        )}
        {!isOwn && !refusing && (
          <Button size="xs" loading={busy} disabled={proposal.stale} onClick={() => void decide(true)}>
            <Trans>Accept</Trans>
          </Button>
        )}
        {!isOwn && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            disabled={refusing && reason.trim() === ''}
            onClick={() => (refusing ? void decide(false) : setRefusing(true))}
          >
            <Trans>Refuse</Trans>
          </Button>
        )}
      </Group>
    </Stack>
  );
}
