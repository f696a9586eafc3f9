import { Checkbox, NumberInput, Select, Skeleton, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { PartHead } from '../../ui/part-head.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import { ClaimFigures } from './claim-figures.tsx';
import { claimTermsQuery, programsQuery } from './claim.queries.ts';
import { dayKindWords } from './claim-words.ts';

type Answer = AnswerOf<'getClaimTerms'>;
type Terms = Answer['workspace'];
type DayKind = Terms['dayKind'];

/** The days the company gives itself to answer, and who may see how it keeps them. */
export function ClaimSettings() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(claimTermsQuery);
  const maySet = ['owner', 'manager'].includes(chosenMembership()?.role ?? '');
  return (
    <Stack gap="xl">
      <section>
        <PartHead title={<Title order={2}>{t`Days to answer claims`}</Title>}>
          <Trans>
            Promised to every partner who opens a claim. A change holds for claims opened afterwards. Business days are those on
            which banks settle euros: Monday to Friday, without 1 January, Good Friday, Easter Monday, 1 May, 25 and 26 December.
          </Trans>
        </PartHead>
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton h={160} />}
        {data !== undefined && (
          <Stack gap="lg">
            <InForce answer={data} />
            {maySet && <TermsForm answer={data} />}
          </Stack>
        )}
      </section>
      <section>
        <PartHead title={<Title order={2}>{t`How you answer and pay`}</Title>}>
          <Trans>Over the last twelve months. Always shown to you; to partners only if you agree.</Trans>
        </PartHead>
        <Stack gap="md">
          <ClaimFigures />
          {data !== undefined && <Shown isShown={data.showsStatistics} maySet={maySet} />}
        </Stack>
      </section>
    </Stack>
  );
}

function InForce({ answer: { workspace, programs } }: { answer: Answer }) {
  const { t } = useLingui();
  const { data } = useQuery(programsQuery);
  const nameOf = (id: string) => data?.items.find((program) => program.id === id)?.name ?? '…';
  const rows = [
    { name: t`All programs`, terms: workspace },
    ...programs.map((terms) => ({ name: nameOf(terms.programId), terms })),
  ];
  return (
    <Table aria-label={t`Days to answer claims`}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Program`}</Table.Th>
          <Table.Th>{t`Days`}</Table.Th>
          <Table.Th>{t`Without an answer`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ name, terms }) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>
              {terms.dayKind === 'business' ? (
                <Plural value={terms.days} one="# business day" other="# business days" />
              ) : (
                <Plural value={terms.days} one="# calendar day" other="# calendar days" />
              )}
            </Table.Td>
            <Table.Td>{terms.automatic ? t`It is accepted` : t`It is shown as overdue`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const ALL = 'all';

function TermsForm({ answer }: { answer: Answer }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data } = useQuery(programsQuery);
  const [programId, setProgram] = useState(ALL);
  const [follows, setFollows] = useState(false);
  const isOfProgram = programId !== ALL;
  const { days: usual, dayKind: kind, automatic: isSilent } = answer.workspace;
  const initial: { days: number | string; dayKind: DayKind; automatic: boolean } = {
    days: usual,
    dayKind: kind,
    automatic: isSilent,
  };
  const state = useContractForm({
    route: 'setClaimTerms',
    schema: async () => (await import('@cordee/contract/claim-terms')).claimTermsRoutes.setClaimTerms.body,
    initial,
    toInput: ({ days, dayKind, automatic }) => ({
      body: {
        ...(isOfProgram ? { programId } : {}),
        terms: isOfProgram && follows ? null : { days: Number(days), dayKind, automatic },
      },
    }),
    fieldOf: (path) => path.replace(/^terms\./, ''),
    onDone: async () => {
      await refresh(client, 'getClaimTerms');
      toast(t`Kept. It holds for claims opened from now on.`);
    },
  });
  const programs = data?.items.filter(({ archivedAt }) => archivedAt === null) ?? [];
  return (
    <ContractForm state={state} verb={t`Set the days`}>
      <Select
        label={t`For`}
        allowDeselect={false}
        maw={420}
        data={[
          { value: ALL, label: t`All programs without days of their own` },
          ...programs.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={programId}
        onChange={(value) => setProgram(value ?? ALL)}
      />
      {isOfProgram && (
        <Checkbox
          label={t`As for all programs`}
          checked={follows}
          onChange={(event) => setFollows(event.currentTarget.checked)}
        />
      )}
      {!(isOfProgram && follows) && <DaysFields form={state.form} />}
    </ContractForm>
  );
}

interface DaysFieldsProps {
  readonly form: {
    readonly key: (name: 'days' | 'dayKind' | 'automatic') => string;
    readonly getInputProps: (name: 'days' | 'dayKind' | 'automatic', options?: { type: 'checkbox' }) => object;
  };
}

/** How many days, which of them count, and what silence means. */
function DaysFields({ form }: DaysFieldsProps) {
  const { t } = useLingui();
  return (
    <>
      <NumberInput label={t`Days`} min={1} max={90} maw={140} key={form.key('days')} {...form.getInputProps('days')} />
      <Select
        label={t`Which days count`}
        allowDeselect={false}
        maw={420}
        data={(['business', 'calendar'] as const).map((value) => ({ value, label: t(dayKindWords[value]) }))}
        key={form.key('dayKind')}
        {...form.getInputProps('dayKind')}
      />
      <Checkbox
        label={t`Without an answer by then, the claim is accepted.`}
        key={form.key('automatic')}
        {...form.getInputProps('automatic', { type: 'checkbox' })}
      />
    </>
  );
}

function Shown({ isShown, maySet }: { isShown: boolean; maySet: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const change = async (showsStatistics: boolean) => {
    const before = client.getQueryData(claimTermsQuery.queryKey);
    if (before === undefined) return;
    // Shown at once; put back when it is refused.
    client.setQueryData(claimTermsQuery.queryKey, { ...before, showsStatistics });
    try {
      client.setQueryData(claimTermsQuery.queryKey, await call('changeClaimSettings', { body: { showsStatistics } }));
    } catch (refusal) {
      client.setQueryData(claimTermsQuery.queryKey, before);
      problemToast(refusal);
    }
  };
  return (
    <Switch
      label={t`Partners may read these figures`}
      description={<Text span>{t`In their portal, above their claims.`}</Text>}
      checked={isShown}
      disabled={!maySet}
      onChange={(event) => void change(event.currentTarget.checked)}
    />
  );
}
