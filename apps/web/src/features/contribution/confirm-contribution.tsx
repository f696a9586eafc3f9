import { formatInstant, isLocalDate, localDateOf, parseInstant, shiftDate, startOfDay } from '@cordee/core/time';
import { Alert, Checkbox, Modal, Stack, Text, TextInput, type TextInputProps } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { useZone } from '../../lib/workspace.tsx';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { toast } from '../../ui/toast.ts';
import { Conflicts } from './conflicts.tsx';
import { contributionQuery, type Contribution } from './contribution.queries.ts';

/** Confirms a contribution: which customer it is, until when it counts, and what one passes over knowingly. */
export function ConfirmContribution({ given, onClose }: { given: Contribution; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const zone = useZone();
  // What speaks against it may have changed since the list was read.
  const { data: contribution = given } = useQuery(contributionQuery(given.id));
  const [despite, setDespite] = useState(false);
  const lastDay = lastDayOf(given.validUntil, zone);
  const state = useContractForm({
    route: 'confirmContribution',
    schema: async () => (await import('@cordee/contract/contribution')).contributionRoutes.confirmContribution.body,
    initial: { customerExternalId: given.customer.externalId ?? '', lastDay },
    toInput: (values) => ({
      params: { id: given.id },
      body: {
        ...filled({ customerExternalId: values.customerExternalId.trim() }),
        // What was declared and left alone is not said again.
        ...(values.lastDay === lastDay ? {} : endOf(values.lastDay, zone)),
        ...(despite ? { despiteConflicts: true } : {}),
      },
    }),
    fieldOf: (path) => (path === 'validUntil' ? 'lastDay' : path),
    onDone: async () => {
      await refresh(client, 'listContributions', 'getContribution', 'getHome', 'listFacts');
      toast(t`Confirmed: it counts from now on.`);
      onClose();
    },
  });
  const { form } = state;
  const refused = form.errors['id'];
  useEffect(() => {
    if (refused !== undefined && refused !== null) void refresh(client, 'getContribution', 'listContributions');
  }, [refused, client]);
  const isBlocked = contribution.conflicts.some(({ blocks }) => blocks);
  return (
    <Modal opened onClose={onClose} title={t`Confirm this contribution?`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      <ContractForm state={state} verb={t`Confirm`}>
        <Text>
          <Trans>
            From now on it counts for the customer’s leads and sales that are recorded. What was counted before stays.
          </Trans>
        </Text>
        <TextInput
          label={t`Your id of the customer`}
          description={t`As your sales name it; the partner rarely knows it.`}
          placeholder={t`customer-7`}
          autoComplete="off"
          data-autofocus
          key={form.key('customerExternalId')}
          {...form.getInputProps('customerExternalId')}
        />
        <UntilField key={form.key('lastDay')} {...form.getInputProps('lastDay')} />
        <Stack gap="xs">
          <Conflicts conflicts={contribution.conflicts} />
          {refused !== undefined && refused !== null && <Alert color="red" variant="outline" role="alert" title={refused} />}
          {isBlocked && (
            <Checkbox
              label={t`I know, and confirm it all the same`}
              checked={despite}
              onChange={(event) => setDespite(event.currentTarget.checked)}
            />
          )}
        </Stack>
      </ContractForm>
    </Modal>
  );
}

function UntilField(props: TextInputProps) {
  const { t } = useLingui();
  return (
    <TextInput
      type="date"
      label={t`Until`}
      description={t`The last day it counts for; as long as the plan says when you leave it empty.`}
      {...props}
    />
  );
}

function lastDayOf(validUntil: string | null, zone: string): string {
  const until = validUntil === null ? null : parseInstant(validUntil);
  return until === null ? '' : localDateOf(until - 1, zone);
}

function endOf(lastDay: string, zone: string): { validUntil?: string } {
  return isLocalDate(lastDay) ? { validUntil: formatInstant(startOfDay(shiftDate(lastDay, 1), zone)) } : {};
}
