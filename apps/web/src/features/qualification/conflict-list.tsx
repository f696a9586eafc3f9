import { Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { AnswerOf } from '../../lib/api/call.ts';
import { Status } from '../../ui/status.tsx';
import { knownWords, traitWords } from './qualification-words.ts';

/** Whom the workspace knows that has something in common with somebody: a reason to ask, no judgement. */
export function ConflictList({ conflicts }: { conflicts: AnswerOf<'getQualificationConflicts'>['conflicts'] }) {
  const { t } = useLingui();
  if (conflicts.length === 0) {
    return (
      <Text>
        <Trans>Nobody you know has anything in common with it.</Trans>
      </Text>
    );
  }
  return (
    <Stack gap={6}>
      {conflicts.map(({ kind, id, name, shared, strength }) => (
        <Group key={`${kind} ${id}`} gap="md">
          <Status tone={strength === 'same' ? 'bad' : 'wait'}>{strength === 'same' ? t`Probably the same` : t`A tie`}</Status>
          <Text span>
            {t(knownWords[kind])}: {name ?? id}
          </Text>
          <Text span c="dimmed" size="sm">
            {shared.map((trait) => t(traitWords[trait])).join(', ')}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
