import { Select, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { pagesOf, refresh } from '../../lib/api/queries.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { problemToast, toast } from '../../ui/toast.ts';
import type { Enrollment } from './enrollment.queries.ts';

const DEFAULT = 'default';

/** Gives an enrollment a plan of its own, or the program's again. */
export function OwnPlan({ enrollment, onClose }: { enrollment: Enrollment; onClose: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: plans = [] } = useInfiniteQuery(
    pagesOf('listPlans', { params: { id: enrollment.programId }, query: { limit: 100 } }),
  );
  const [chosen, setChosen] = useState(enrollment.planId ?? DEFAULT);
  const change = async (planId: string | null) => {
    await call('changeEnrollmentPlan', { params: { id: enrollment.id }, body: { planId } });
    await refresh(client, 'listEnrollments');
  };
  return (
    <Confirm
      title={t`Choose the plan of this enrollment`}
      verb={t`Apply from now on`}
      onConfirm={async () => {
        await change(chosen === DEFAULT ? null : chosen);
        toast(t`The plan holds from now on.`, () => void change(enrollment.planId).catch(problemToast));
      }}
      onClose={onClose}
    >
      <Stack gap="sm">
        <Select
          label={t`Plan`}
          allowDeselect={false}
          value={chosen}
          onChange={(value) => setChosen(value ?? DEFAULT)}
          data={[
            { value: DEFAULT, label: t`That of the program` },
            ...plans.filter((plan) => !plan.default).map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Text size="sm" c="dimmed">
          <Trans>What was earned so far keeps its terms. A plan without a version in force pays nothing.</Trans>
        </Text>
      </Stack>
    </Confirm>
  );
}
