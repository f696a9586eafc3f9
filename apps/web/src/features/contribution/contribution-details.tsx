import { Anchor } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import type { Contribution } from './contribution.queries.ts';
import { natureWords, unitWords } from './contribution-words.ts';

/** What was declared, line by line; what was not said is left out. */
export function ContributionDetails({ contribution }: { contribution: Contribution }) {
  const { t } = useLingui();
  const { customer, expectedAmount, currency, products, validUntil, nature, quantity, unit, consent } = contribution;
  const lines: readonly (readonly [string, ReactNode])[] = [
    [t`Customer`, [customer.name, customer.email, customer.externalId].filter((text) => text !== null).join(' · ')],
    [t`Since`, <Instant key="at" at={contribution.occurredAt} show="day" />],
    [t`Until`, validUntil === null ? null : <LastDay key="until" until={validUntil} />],
    [
      t`Expected`,
      expectedAmount === null || currency === null ? null : <Money key="amount" amount={expectedAmount} currency={currency} />,
    ],
    [t`Products`, products?.join(', ')],
    [t`Introduced to`, contribution.introducedTo],
    [t`Lead for`, contribution.leadName],
    [t`Consent`, consent?.how ?? (consent === null ? null : <Instant key="consent" at={consent.at} show="day" />)],
    [t`Nature`, nature === null ? null : t(natureWords[nature])],
    [t`Quantity`, quantity === null || unit === null ? null : `${quantity} ${t(unitWords[unit])}`],
    [t`Sale`, contribution.saleEventId],
    [t`Description`, contribution.description],
    [
      t`Evidence`,
      contribution.evidenceUrl === null ? null : (
        <Anchor key="evidence" href={contribution.evidenceUrl} target="_blank" rel="noreferrer">
          {contribution.evidenceUrl}
        </Anchor>
      ),
    ],
  ];
  return <DescriptionList lines={lines} width={120} />;
}

/** The last day a contribution counts for; its end is the instant after it. */
export function LastDay({ until }: { until: string }) {
  return <Instant at={new Date(Date.parse(until) - 1).toISOString()} show="day" />;
}
