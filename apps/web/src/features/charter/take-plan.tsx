import { Button, Group, Radio, Skeleton, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { termsQuery, type Version } from './charter.queries.ts';
import { useChange } from './use-change.ts';

interface TakePlanProps {
  readonly charterId: string;
  readonly partnerId: string;
  readonly version: Version;
  readonly onClose: () => void;
}

/** Annexes the version of a plan that runs, or will run, for an enrollment of the partner. */
export function TakePlan({ charterId, partnerId, version, onClose }: TakePlanProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(termsQuery(partnerId));
  const { annex } = version.document;
  const [chosen, setChosen] = useState(annex === null ? '' : `${annex.enrollmentId} ${annex.planVersionId}`);
  const { change, busy, error: refused } = useChange(charterId, version, onClose);
  const choices = (data ?? []).flatMap(({ enrollment, program, current, coming }) =>
    [current, ...coming].flatMap((terms) =>
      terms === null
        ? []
        : [
            {
              value: `${enrollment.id} ${terms.versionId}`,
              label: t`${program.name}: ${terms.planName}, version ${terms.version}`,
              from: terms.from.slice(0, 10),
            },
          ],
    ),
  );
  const take = (value: string) => {
    const [enrollmentId = '', planVersionId = ''] = value.split(' ');
    return change([{ part: 'annex', after: value === '' ? null : { enrollmentId, planVersionId } }]);
  };
  const isProposal = version.state === 'shared';
  return (
    <SideDrawer title={t`Remuneration`} onClose={onClose}>
      <Stack>
        <Text size="sm">
          <Trans>
            The clauses of the published plan are annexed word for word, with their fingerprint. What is signed is what is
            computed.
          </Trans>
        </Text>
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Skeleton h={120} />}
        {data !== undefined && choices.length === 0 && (
          <Text c="dimmed">
            <Trans>The partner is in no program with a published plan yet: enroll it first.</Trans>
          </Text>
        )}
        <Radio.Group aria-label={t`Remuneration`} value={chosen} onChange={setChosen}>
          <Stack gap="xs">
            {choices.map(({ value, label, from }) => (
              <Radio key={value} value={value} label={label} description={t`since ${from}`} />
            ))}
            <Radio value="" label={t`None`} />
          </Stack>
        </Radio.Group>
        {refused !== null && <ProblemNotice error={refused} />}
        <Group>
          <Button loading={busy} onClick={() => void take(chosen)}>
            {isProposal ? t`Propose` : t`Save`}
          </Button>
        </Group>
      </Stack>
    </SideDrawer>
  );
}
