import { Skeleton, Stack, Switch, Text, Title } from '@mantine/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { queryOf } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast } from '../../ui/toast.ts';

type Kind = keyof AnswerOf<'getMailPreferences'>['wanted'];

/** What somebody of a partner can do without; changes of their terms are always written. */
const kinds: readonly (readonly [Kind, MessageDescriptor, MessageDescriptor])[] = [
  ['enrollment_approved', msg`You are accepted in a program`, msg`As soon as the company decides.`],
  ['contribution_decided', msg`A contribution is decided`, msg`When the company confirms or refuses it, with the reason.`],
  ['charter_news', msg`The charter`, msg`The other side shares, proposes, answers, approves or signs, or it ends.`],
  ['joint_fact_news', msg`Joint facts`, msg`The other side states something, or answers what you stated.`],
  ['obligation_news', msg`Obligations`, msg`One of yours is near or late, or the other side did something about it.`],
  ['debt_news', msg`Payment plans for debts`, msg`One is proposed, answered, paid back, missed or over.`],
  ['claim_news', msg`News of your claims`, msg`A question, an answer or a decision of the company.`],
  ['commissions_payable', msg`Commissions become payable`, msg`Three days before their hold ends.`],
  ['payment_sent', msg`A payment leaves`, msg`When the company gives it to its bank: amount, day and account.`],
  ['payment_returned', msg`A payment comes back`, msg`When the bank did not carry it out, with its reason.`],
  ['statement_ready', msg`Your statement is there`, msg`When the company closes a month.`],
  ['weekly_digest', msg`Your week`, msg`On Monday, when something was earned.`],
];

const preferencesQuery = queryOf('getMailPreferences', {});

/** What the person wants to be written about; each switch is kept at once. */
export function MailPreferences() {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(preferencesQuery);
  const choose = async (kind: Kind, isWanted: boolean) => {
    const before = data;
    if (before === undefined) return;
    // Shown at once; put back when it is refused.
    client.setQueryData(preferencesQuery.queryKey, { ...before, wanted: { ...before.wanted, [kind]: isWanted } });
    try {
      client.setQueryData(
        preferencesQuery.queryKey,
        await call('changeMailPreferences', { body: { wanted: { [kind]: isWanted } } }),
      );
    } catch (refusal) {
      client.setQueryData(preferencesQuery.queryKey, before);
      problemToast(refusal);
    }
  };
  return (
    <section>
      <Title order={2} mb={4}>
        <Trans>Notifications</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={120} />}
      {data !== undefined && (
        <Stack gap="sm">
          <Text c="dimmed">
            <Trans>By e-mail, to {data.address}. Changes of your terms are always written to you.</Trans>
          </Text>
          {kinds.map(([kind, label, description]) => (
            <Switch
              key={kind}
              label={t(label)}
              description={t(description)}
              checked={data.wanted[kind]}
              onChange={(event) => void choose(kind, event.currentTarget.checked)}
            />
          ))}
        </Stack>
      )}
    </section>
  );
}
