import { Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Status } from '../../ui/status.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import { WhyLink } from '../../ui/why-link.tsx';
import { latestFactsQuery } from './fact.queries.ts';
import classes from './live-facts.module.css';
import { kindWords } from './kind-words.ts';

/** The newest facts, as they are counted: below the figures of the first screen. */
export function LiveFacts() {
  const { t } = useLingui();
  const { data, error, refetch } = useInfiniteQuery(latestFactsQuery);
  const heard = useLiveRefresh();
  return (
    <section>
      <div className={classes['head']}>
        <Title order={2}>
          <Trans>Newest facts</Trans>
        </Title>
        <Status tone={heard ? 'good' : 'wait'}>{heard ? t`live` : t`connecting`}</Status>
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState title={t`Nothing recorded yet.`}>
          <Trans>Clicks, leads and sales appear here the moment they are counted.</Trans>
        </EmptyState>
      )}
      <ul className={classes['facts']}>
        {data?.slice(0, 12).map((fact) => (
          <li key={fact.id}>
            <WhyLink factId={fact.id}>
              {t(kindWords[fact.kind])} {fact.source.startsWith('cordee/') ? '' : fact.eventId}
            </WhyLink>
            <span className={classes['amount']}>
              {fact.amount !== null && fact.currency !== null && <Money amount={fact.amount} currency={fact.currency} />}
            </span>
            <span className={classes['when']}>
              <Instant at={fact.recordedAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const GATHERED_FOR = 1000;

/** Reads what is shown again when something was counted, at most once a second; whether anything is heard. */
function useLiveRefresh(): boolean {
  const client = useQueryClient();
  const [heard, setHeard] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refresh(client, 'listFacts', 'getHome', 'getSeries');
      }, GATHERED_FOR);
    };
    void import('../../lib/api/follow-live.ts').then(({ followLive }) =>
      followLive({ onFact: again, onSkipped: again, onState: setHeard }, ended.signal),
    );
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [client]);
  return heard;
}
