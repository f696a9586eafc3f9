import { Anchor, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { queryOf } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { changedFields, fieldWords } from './changed-fields.ts';
import type { TimelineEntry } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';
import { actionWords, enrollmentWords, factWords, jointWords, payoutWords } from './timeline-words.ts';

type Of<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>;

/** What happened, in a word that leads to where it belongs. */
export function TimelineWhat({ entry, partnerId }: { entry: TimelineEntry; partnerId: string }) {
  const { t } = useLingui();
  switch (entry.kind) {
    case 'fact':
      return <WhyLink factId={entry.factId}>{t(factWords[entry.factKind])}</WhyLink>;
    case 'payout':
      return <WhyLink factId={entry.id}>{t(payoutWords[entry.step])}</WhyLink>;
    case 'stage': {
      const stage = t(stageWords[entry.stage]);
      return <Trans>Stage: {stage}</Trans>;
    }
    case 'enrollment':
      return <ProgramLink programId={entry.programId}>{t(enrollmentWords[entry.state])}</ProgramLink>;
    case 'plan':
      return <PlanLink entry={entry} />;
    case 'note':
      return (
        <Anchor renderRoot={(props) => <Link to="/console/partners/$partnerId/notes" params={{ partnerId }} {...props} />}>
          {t`Note`}
        </Anchor>
      );
    case 'joint': {
      const what = t(jointWords[entry.jointFact.state]);
      return (
        <Anchor renderRoot={(props) => <Link to="/console/partners/$partnerId/partnership" params={{ partnerId }} {...props} />}>
          {what}
        </Anchor>
      );
    }
    case 'audit':
      return <AuditLink entry={entry} partnerId={partnerId} />;
  }
}

/** Beside it: which one, why, by whom. */
export function TimelineMore({ entry }: { entry: TimelineEntry }) {
  switch (entry.kind) {
    case 'fact':
      return <FactDetails entry={entry} />;
    case 'payout':
      return null;
    case 'stage':
      return (
        <Told by={entry.actor.name} reason={entry.reason}>
          {entry.since !== entry.at && (
            <Trans>
              since <Instant at={entry.since} show="day" />
            </Trans>
          )}
        </Told>
      );
    case 'enrollment':
      return (
        <Told by={null} reason={entry.reason}>
          <ProgramName id={entry.programId} />
        </Told>
      );
    case 'plan':
      return (
        <Told by={null} reason={null}>
          <ProgramName id={entry.programId} />
        </Told>
      );
    case 'note':
      return <Told by={entry.note.author.name} reason={entry.note.text} />;
    case 'joint':
      return <Told by={null} reason={entry.jointFact.text} />;
    case 'audit':
      return <AuditDetails entry={entry} />;
  }
}

function FactDetails({ entry }: { entry: Of<'fact'> }) {
  const { currency, amount, occurredAt, at } = entry;
  // The end of a hold is our own fact: its id says nothing to anybody.
  const eventId = entry.factKind === 'maturity' ? null : entry.eventId;
  return (
    <Told by={null} reason={null}>
      {eventId}
      {currency !== null && amount !== null && (
        <>
          {' · '}
          <Money amount={amount} currency={currency} />
        </>
      )}
      {occurredAt.slice(0, 10) !== at.slice(0, 10) && (
        <>
          {' · '}
          <Trans>
            happened <Instant at={occurredAt} show="day" />
          </Trans>
        </>
      )}
    </Told>
  );
}

function AuditDetails({ entry }: { entry: Of<'audit'> }) {
  const { t } = useLingui();
  const fields = entry.action === 'partner.changed' ? changedFields(entry.before, entry.after) : [];
  const { tags } = (entry.after ?? {}) as { tags?: unknown };
  const tagged = entry.action.endsWith('tagged') && Array.isArray(tags) ? tags.join(', ') : '';
  return (
    <Told by={entry.actor.name} reason={null}>
      {fields.map((field) => t(fieldWords[field])).join(', ')}
      {tagged}
    </Told>
  );
}

function Told({ by, reason, children }: { by: string | null; reason: string | null; children?: ReactNode }) {
  return (
    <Text component="div" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {reason !== null && (
        <Text component="div" inherit lineClamp={3} style={{ whiteSpace: 'pre-wrap' }}>
          {reason}
        </Text>
      )}
      {children}
      {by !== null && (
        <Text component="div" inherit c="dimmed">
          {by}
        </Text>
      )}
    </Text>
  );
}

/** Whoever reads the audit trail is led to its lines about this partner. */
function AuditLink({ entry, partnerId }: { entry: Of<'audit'>; partnerId: string }) {
  const { t } = useLingui();
  const word = actionWords[entry.action];
  const text = word === undefined ? entry.action : t(word);
  if (chosenMembership()?.role !== 'owner') return text;
  const search = { action: entry.action, subject: partnerId };
  return <Anchor renderRoot={(props) => <Link to="/console/settings/audit" search={search} {...props} />}>{text}</Anchor>;
}

function PlanLink({ entry: { planId, programId } }: { entry: Of<'plan'> }) {
  if (planId === null) {
    return (
      <ProgramLink programId={programId}>
        <Trans>The program’s plan applies</Trans>
      </ProgramLink>
    );
  }
  return (
    <Anchor renderRoot={(props) => <Link to="/console/plans/$planId" params={{ planId }} {...props} />}>
      <Trans>A plan of its own applies</Trans>
    </Anchor>
  );
}

function ProgramLink({ programId, children }: { programId: string; children: ReactNode }) {
  return (
    <Anchor renderRoot={(props) => <Link to="/console/programs/$programId/enrollments" params={{ programId }} {...props} />}>
      {children}
    </Anchor>
  );
}

function ProgramName({ id }: { id: string }) {
  // Names change seldom, and one answer serves all rows.
  const { data } = useQuery({ ...queryOf('getProgram', { params: { id } }), staleTime: 5 * 60_000 });
  return data?.name ?? '…';
}
