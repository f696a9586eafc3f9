import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useCharterAct } from './use-charter-act.ts';

/** Says something about the charter, or about one proposal; both sides read it. */
export function CommentForm({ charterId, proposal }: { charterId: string; proposal?: number }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const { act, busy, error } = useCharterAct(() => setText(''));
  const body = { text, ...(proposal === undefined ? {} : { proposal }) };
  const label = proposal === undefined ? t`Write to the other side` : t`Comment on proposal ${proposal}`;
  return (
    <Stack gap="xs" mt="sm">
      <Textarea
        label={label}
        autosize
        minRows={1}
        maxRows={10}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error !== null && <ProblemNotice error={error} />}
      <Group>
        <Button
          size="xs"
          variant="default"
          loading={busy}
          disabled={text.trim() === ''}
          onClick={() => void act('commentCharter', { params: { id: charterId }, body }, t`Added.`)}
        >
          {t`Add`}
        </Button>
      </Group>
    </Stack>
  );
}
