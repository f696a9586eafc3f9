import { Select, TextInput } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { queryOf, refresh } from '../../lib/api/queries.ts';
import { ContractForm } from '../../ui/form/contract-form.tsx';
import { filled, useContractForm } from '../../ui/form/use-contract-form.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { toast } from '../../ui/toast.ts';
import { enrollmentsQuery } from './enrollment.queries.ts';

interface MakeCodeProps {
  readonly programId: string;
  readonly kind: 'link' | 'coupon';
  readonly onClose: () => void;
}

/** Makes a tracked link, or gives a partner a coupon code. */
export function MakeCode({ programId, kind, onClose }: MakeCodeProps) {
  return kind === 'link' ? (
    <MakeLink programId={programId} onClose={onClose} />
  ) : (
    <GiveCoupon programId={programId} onClose={onClose} />
  );
}

type MakeProps = Omit<MakeCodeProps, 'kind'>;

function MakeLink({ programId, onClose }: MakeProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [enrollmentId, setEnrollmentId] = useState('');
  const state = useContractForm({
    route: 'createLink',
    schema: async () => (await import('@cordee/contract/enrollment')).enrollmentRoutes.createLink.body,
    initial: { code: '', destinationUrl: '', subId: '' },
    toInput: (values) => ({ body: { enrollmentId, ...filled(values) } }),
    onDone: async ({ code }) => {
      await refresh(client, 'listLinks');
      toast(t`The link ${code} counts from now on.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Make a link`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Make the link`}>
        <EnrollmentSelect
          programId={programId}
          value={enrollmentId}
          onChange={setEnrollmentId}
          error={form.errors['enrollmentId']}
        />
        <TextInput
          label={t`Code`}
          description={t`Made from the partner's name unless you give one.`}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <TextInput
          label={t`Destination`}
          description={t`The program's page unless you give another of your pages.`}
          placeholder={'https://'}
          key={form.key('destinationUrl')}
          {...form.getInputProps('destinationUrl')}
        />
        <TextInput
          label={t`Sub-id`}
          description={t`A word of yours, to tell one use from another.`}
          key={form.key('subId')}
          {...form.getInputProps('subId')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

function GiveCoupon({ programId, onClose }: MakeProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [enrollmentId, setEnrollmentId] = useState('');
  const state = useContractForm({
    route: 'createCoupon',
    schema: async () => (await import('@cordee/contract/enrollment')).enrollmentRoutes.createCoupon.body,
    initial: { code: '' },
    toInput: ({ code }) => ({ body: { enrollmentId, code } }),
    onDone: async ({ code }) => {
      await refresh(client, 'listCoupons');
      toast(t`The coupon ${code.toUpperCase()} counts from now on.`);
      onClose();
    },
  });
  const { form } = state;
  return (
    <SideDrawer title={t`Give a coupon code`} onClose={onClose} size="md">
      <ContractForm state={state} verb={t`Give the code`}>
        <EnrollmentSelect
          programId={programId}
          value={enrollmentId}
          onChange={setEnrollmentId}
          error={form.errors['enrollmentId']}
        />
        <TextInput
          label={t`Code`}
          description={t`What customers type at your checkout; make it there as well.`}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
      </ContractForm>
    </SideDrawer>
  );
}

interface EnrollmentSelectProps {
  readonly programId: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
  readonly error?: unknown;
}

/** One of the program's partners, by name. */
function EnrollmentSelect({ programId, value, onChange, error }: EnrollmentSelectProps) {
  const { t } = useLingui();
  const { data = [], hasNextPage, fetchNextPage } = useInfiniteQuery(enrollmentsQuery(programId));
  const open = data.filter(({ state }) => state !== 'ended');
  const names = useQueries({
    queries: open.map(({ partnerId }) => ({
      ...queryOf('getPartner', { params: { id: partnerId } }),
      staleTime: 5 * 60_000,
    })),
  });
  return (
    <Select
      label={t`Partner`}
      searchable
      data-autofocus
      autoComplete="off"
      nothingFoundMessage={t`No enrolled partner by that name.`}
      data={open.map(({ id }, index) => ({ value: id, label: names[index]?.data?.name ?? '…' }))}
      value={value === '' ? null : value}
      onChange={(id) => onChange(id ?? '')}
      onDropdownOpen={() => {
        if (hasNextPage) void fetchNextPage();
      }}
      error={typeof error === 'string' ? error : undefined}
    />
  );
}
