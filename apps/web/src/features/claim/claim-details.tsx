import { Anchor } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { Deadline } from './claim-deadline.tsx';
import type { Claim } from './claim.queries.ts';
import { kindWords, whatWords } from './claim-words.ts';

/** What is contested, under which terms, and what was done about it; both sides read the same. */
export function ClaimDetails({ claim }: { claim: Claim }) {
  const { t } = useLingui();
  const { expected, outcome, settlement, factId, terms } = claim;
  const customer = expected === null ? [] : [expected.customer.name, expected.customer.email, expected.customer.externalId];
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t`What is contested`, t(kindWords[claim.kind])],
    [t`The fact`, factId === null ? null : <WhyLink key="fact" factId={factId}>{t`See why it is as it is`}</WhyLink>],
    [t`What`, expected === null ? null : t(whatWords[expected.what])],
    [t`When`, expected === null ? null : <Instant key="when" at={expected.occurredAt} show="day" />],
    [t`Order number`, expected?.eventId],
    [t`Customer`, customer.filter((text) => text !== null).join(' · ')],
    [t`Amount`, amountOf(claim)],
    [t`To be answered by`, claim.deadline === null && claim.state !== 'asked' ? null : <Deadline key="until" claim={claim} />],
    [t`Terms`, <Terms key="terms" terms={terms} />],
    [t`Answer`, outcome?.text],
    [t`Reason`, outcome === null || outcome.automatic ? null : outcome.reason],
    [t`Put right by`, settlement === null ? null : <Settled key="settled" settlement={settlement} />],
  ];
  return <DescriptionList lines={lines} width={150} />;
}

function amountOf({ expected }: Claim): ReactNode {
  if (expected === null || expected.amount === null || expected.currency === null) return null;
  return <Money amount={expected.amount} currency={expected.currency} />;
}

function Terms({ terms: { days, dayKind, automatic } }: { terms: Claim['terms'] }) {
  return (
    <>
      {dayKind === 'business' ? (
        <Plural value={days} one="# business day to answer" other="# business days to answer" />
      ) : (
        <Plural value={days} one="# calendar day to answer" other="# calendar days to answer" />
      )}
      {automatic && (
        <>
          {'; '}
          <Trans>without an answer it is accepted</Trans>
        </>
      )}
    </>
  );
}

function Settled({ settlement }: { settlement: NonNullable<Claim['settlement']> }) {
  const { t } = useLingui();
  const { by, factId, contributionId, missing } = settlement;
  if (by === null) return <>{missing}</>;
  if (contributionId !== null) {
    const to = chosenMembership()?.role === 'partner' ? '/portal/declared' : '/console/contributions';
    return (
      <Anchor component={Link} to={to} search={{ open: contributionId } as never}>
        {t`The split that was agreed`}
      </Anchor>
    );
  }
  return factId === null ? null : <WhyLink factId={factId}>{t`The fact that was recorded`}</WhyLink>;
}
