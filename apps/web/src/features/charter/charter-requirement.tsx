import { Button, Group, MultiSelect, Radio, Stack } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call, type AnswerOf } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { programsQuery } from './charter.queries.ts';

type Requirement = AnswerOf<'getCharterRequirement'>;

/** Of whom a charter in force is asked before anything is paid. */
export function CharterRequirement({ requirement }: { requirement: Requirement }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data: programs, error: unread } = useQuery(programsQuery);
  const [required, setRequired] = useState(requirement.required);
  const [programIds, setProgramIds] = useState(requirement.programIds);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const asked = { required, programIds: required === 'programs' ? programIds : [] };
  const isSame = JSON.stringify(asked) === JSON.stringify(requirement);
  const save = async (body: Requirement) => {
    await call('requireCharter', { body });
    await refresh(client, 'getCharterRequirement');
  };
  const submit = async () => {
    setBusy(true);
    setError(null);
    try {
      await save(asked);
      toast(t`Saved.`, () => void save(requirement));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="sm">
      <Radio.Group label={t`Of whom it is asked`} value={required} onChange={(value) => setRequired(value)}>
        <Stack gap="xs" mt="xs">
          <Radio value="nobody" label={t`Of nobody`} />
          <Radio value="programs" label={t`Of partners in some programs`} />
          <Radio value="everybody" label={t`Of every partner`} />
        </Stack>
      </Radio.Group>
      {required === 'programs' && (
        <MultiSelect
          label={t`Programs`}
          data={(programs?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={programIds}
          onChange={setProgramIds}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t`No program` }}
          error={programIds.length === 0 ? t`Choose at least one.` : undefined}
        />
      )}
      {(error ?? unread) !== null && <ProblemNotice error={error ?? unread} />}
      <Group>
        <Button
          loading={busy}
          disabled={isSame || (required === 'programs' && programIds.length === 0)}
          onClick={() => void submit()}
        >
          <Trans>Save</Trans>
        </Button>
      </Group>
    </Stack>
  );
}
