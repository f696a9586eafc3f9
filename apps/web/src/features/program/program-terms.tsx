import { NumberInput, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { formatInstant, isLocalDate, startOfDay } from '@cordee/core/time';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { pagesOf, refresh } from '../../lib/api/queries.ts';
import { useZone } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { Instant } from '../../ui/values.tsx';

type Program = AnswerOf<'getProgram'>;

/** Where the program stands among others and which plan holds for all who have none of their own: dated, with history. */
export function ProgramTerms({ program, disabled }: { program: Program; disabled: boolean }) {
  const { t } = useLingui();
  const { data: plans = [] } = useInfiniteQuery(pagesOf('listPlans', { params: { id: program.id }, query: { limit: 100 } }));
  const nameOf = (id: string) => plans.find((plan) => plan.id === id)?.name ?? '…';
  return (
    <Stack gap="sm" component="section" maw={560}>
      <div>
        <Title order={2}>
          <Trans>Place and default plan</Trans>
        </Title>
        <Text size="sm" c="dimmed">
          <Trans>They hold from a day on; what happened before is counted by what held then.</Trans>
        </Text>
      </div>
      <TermsForm
        program={program}
        disabled={disabled}
        plans={plans.filter(({ versions }) => versions.some(({ publishedAt }) => publishedAt !== null))}
      />
      {program.terms.length > 1 && (
        <Table aria-label={t`Place and default plan over time`}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t`From`}</Table.Th>
              <Table.Th scope="col">{t`Precedence`}</Table.Th>
              <Table.Th scope="col">{t`Default plan`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {program.terms.toReversed().map(({ from, recordedAt, precedence, planId }) => (
              <Table.Tr key={recordedAt}>
                <Table.Td>
                  <Instant at={from} />
                </Table.Td>
                <Table.Td>{precedence}</Table.Td>
                <Table.Td>{nameOf(planId)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

interface TermsFormProps {
  readonly program: Program;
  readonly disabled: boolean;
  readonly plans: readonly { readonly id: string; readonly name: string }[];
}

function TermsForm({ program, disabled, plans }: TermsFormProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const zone = useZone();
  const [planId, setPlanId] = useState(program.planId);
  const state = useContractForm({
    route: 'changeProgramTerms',
    schema: async () => (await import('@cordee/contract/program')).programRoutes.changeProgramTerms.body,
    initial: { precedence: program.precedence, from: '' },
    toInput: ({ precedence, from }) => ({
      params: { id: program.id },
      body: {
        ...(precedence === program.precedence ? {} : { precedence }),
        ...(planId === program.planId ? {} : { planId }),
        ...(isLocalDate(from) ? { from: formatInstant(startOfDay(from, zone)) } : {}),
      },
    }),
    onDone: async () => {
      await refresh(client, 'getProgram', 'listPrograms', 'listPlans', 'getPlan');
      toast(t`It is recorded, with the day it holds from.`);
    },
  });
  const { form } = state;
  return (
    <fieldset disabled={disabled} style={{ border: 0, padding: 0, margin: 0 }}>
      <ContractForm state={state} verb={t`Record the change`}>
        <NumberInput
          label={t`Precedence`}
          description={t`Where several programs could pay a sale, the lowest is asked first.`}
          allowDecimal={false}
          allowNegative={false}
          key={form.key('precedence')}
          {...form.getInputProps('precedence')}
        />
        <Select
          label={t`Default plan`}
          description={t`For partners who have none of their own; only plans with a published version.`}
          allowDeselect={false}
          readOnly={disabled}
          data={plans.map(({ id, name }) => ({ value: id, label: name }))}
          value={planId}
          onChange={(id) => setPlanId(id ?? program.planId)}
          error={form.errors['planId']}
        />
        <TextInput
          type="date"
          label={t`From`}
          description={t`As soon as possible when left empty: another plan waits for the notice.`}
          key={form.key('from')}
          {...form.getInputProps('from')}
        />
      </ContractForm>
    </fieldset>
  );
}
