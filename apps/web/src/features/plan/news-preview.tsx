import { Paper, Stack, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { compareClauses, planNews } from '@cordee/core/plan';
import { formatDate, localDateOf } from '@cordee/core/time';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { pagesOf, queryOf } from '../../lib/api/queries.ts';
import { PartnerSelect } from '../../ui/form/partner-select.tsx';
import { useWorkspace, useZone } from '../../lib/workspace.tsx';
import type { AnswerOf } from '../../lib/api/call.ts';
import type { Plan, PlanVersion } from './plan.queries.ts';
import classes from './clause-changes.module.css';

interface NewsPreviewProps {
  readonly plan: Plan;
  readonly draft: PlanVersion;
  readonly last: PlanVersion | undefined;
  readonly effective: number;
}

/** Whom the plan holds for, and what each of them will be told, in its language. */
export function NewsPreview({ plan, draft, last, effective }: NewsPreviewProps) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<string | null>(null);
  const list = useInfiniteQuery(pagesOf('listEnrollments', { query: { planId: plan.id, limit: 100 } }));
  const ids = (list.data ?? []).map(({ partnerId }) => partnerId);
  const shown = chosen ?? ids[0];
  const { data: partner } = useQuery({
    ...queryOf('getPartner', { params: { id: shown ?? '' } }),
    enabled: shown !== undefined,
    staleTime: 5 * 60_000,
  });
  const isOther = chosen !== null && !list.hasNextPage && !ids.includes(chosen);
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>
        <Trans>What partners will be told</Trans>
      </Title>
      {list.data !== undefined && (
        <Text>
          {list.hasNextPage ? (
            <Trans>The plan holds for more than {ids.length} partners.</Trans>
          ) : (
            <Plural
              value={ids.length}
              _0="The plan holds for no partner yet: nobody is told."
              one="The plan holds for # partner."
              other="The plan holds for # partners."
            />
          )}
        </Text>
      )}
      {shown !== undefined && (
        <PartnerSelect
          label={t`As this partner reads it`}
          w={280}
          value={shown}
          onChange={setChosen}
          error={isOther ? t`The plan does not hold for this partner: it is told nothing.` : undefined}
        />
      )}
      {partner !== undefined && !isOther && (
        <Letter plan={plan} draft={draft} last={last} effective={effective} partner={partner} />
      )}
    </Stack>
  );
}

function Letter({ plan, draft, last, effective, partner }: NewsPreviewProps & { partner: AnswerOf<'getPartner'> }) {
  const { t } = useLingui();
  const zone = useZone();
  const workspace = useWorkspace();
  const language = partner.language ?? workspace?.language ?? 'en';
  const news = planNews(
    {
      workspace: workspace?.name ?? '',
      partner: partner.name,
      plan: plan.name,
      version: draft.number,
      date: formatDate(localDateOf(effective, zone), language),
      clauses: draft.clauses[language],
      changes: last === undefined ? null : compareClauses(last.clauses[language], draft.clauses[language]),
      noticeDays: last?.document.noticeDays ?? 0,
    },
    language,
  );
  return (
    <Paper withBorder p="md" lang={language} component="article" aria-label={t`What ${partner.name} will be told`} maw={720}>
      <Text fw={600} mb={6}>
        {news.subject}
      </Text>
      <Text>{news.opening}</Text>
      <ul className={classes['changes']} style={{ marginTop: 12 }}>
        {news.changes.map(({ heading, lines }) => (
          <li key={heading} className={classes['change']}>
            <div className={classes['heading']}>{heading}</div>
            {lines.map((line) => (
              <p key={line} className={classes['text']}>
                {line}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {news.closing.map((text) => (
        <Text key={text} mt={6}>
          {text}
        </Text>
      ))}
    </Paper>
  );
}
