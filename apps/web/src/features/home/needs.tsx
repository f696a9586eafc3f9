import { Anchor, Text, Title } from '@mantine/core';
import { Plural, Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Instant } from '../../ui/values.tsx';
import type { Need } from './home.queries.ts';
import { placeOfNeed } from './need-places.ts';
import classes from './needs.module.css';

/** What waits for somebody, the most pressing kind first. */
export function Needs({ needs }: { needs: readonly Need[] }) {
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>Today</Trans>
      </Title>
      {needs.length === 0 ? (
        <Text c="dimmed">
          <Trans>Nothing waits for you: no commission to approve, no dispute, no import or event that failed.</Trans>
        </Text>
      ) : (
        <ul className={classes['needs']}>
          {needs.map((need) => (
            <li key={need.kind} className={classes['need']} data-kind={need.kind}>
              <Anchor fw={600} c="inherit" renderRoot={(props) => <Link {...placeOfNeed(need)} {...props} />}>
                <Words {...need} />
              </Anchor>
              <Examples need={need} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Examples({ need: { kind, count, examples } }: { need: Need }) {
  const shown = examples.slice(0, 3);
  const more = count - shown.length;
  return (
    <Text size="sm" c="dimmed">
      {shown.map(({ id, label, at }, index) => (
        <span key={`${id} ${String(at)}`}>
          {index > 0 && ' · '}
          {label}
          {kind === 'plans_changing' && at !== null && (
            <>
              {' '}
              <Instant at={at} show="day" />
            </>
          )}
        </span>
      ))}
      {more > 0 && (
        <>
          {' '}
          <Trans>and {more} more</Trans>
        </>
      )}
    </Text>
  );
}

function Words({ kind, count }: Pick<Need, 'kind' | 'count'>): ReactNode {
  switch (kind) {
    case 'commissions_in_review':
      return <Plural value={count} one="# commission to approve" other="# commissions to approve" />;
    case 'commissions_held':
      return <Plural value={count} one="# commission held" other="# commissions held" />;
    case 'claims_to_answer':
      return <Plural value={count} one="# claim to answer" other="# claims to answer" />;
    case 'claims_to_settle':
      return <Plural value={count} one="# accepted claim to put right" other="# accepted claims to put right" />;
    case 'contributions_waiting':
      return <Plural value={count} one="# contribution to confirm" other="# contributions to confirm" />;
    case 'commissions_suspended':
      return <Plural value={count} one="# commission contested" other="# commissions contested" />;
    case 'imports_failed':
      return <Plural value={count} one="# import failed" other="# imports failed" />;
    case 'imports_with_rejects':
      return <Plural value={count} one="# import with rejected rows" other="# imports with rejected rows" />;
    case 'events_failed':
      return <Plural value={count} one="# received event not understood" other="# received events not understood" />;
    case 'plans_changing':
      return <Plural value={count} one="# plan about to change" other="# plans about to change" />;
    case 'enrollments_waiting':
      return <Plural value={count} one="# enrollment to accept" other="# enrollments to accept" />;
    case 'accounts_to_confirm':
      return <Plural value={count} one="# bank account to confirm" other="# bank accounts to confirm" />;
    case 'tax_details_proposed':
      return <Plural value={count} one="# proposal of tax details to answer" other="# proposals of tax details to answer" />;
    case 'batches_to_approve':
      return <Plural value={count} one="# batch to approve" other="# batches to approve" />;
    case 'payouts_under_way':
      return <Plural value={count} one="# payout under way" other="# payouts under way" />;
    default:
      return kind satisfies never;
  }
}
