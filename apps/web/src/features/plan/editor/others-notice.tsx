import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import { ClauseChanges } from '../clause-changes.tsx';
import type { Clauses } from '../clause-list.tsx';
import type { PlanVersion } from '../plan.queries.ts';

interface OthersNoticeProps {
  readonly others: PlanVersion;
  /** Of what was typed, as far as it reads. */
  readonly own: Clauses | undefined;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Somebody else saved the draft meanwhile: what was typed stays, and the person looks at both and decides. */
export function OthersNotice({ others, own, onTake, onKeep }: OthersNoticeProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [shown, setShown] = useState(false);
  return (
    <Alert color="yellow" variant="outline" mb="md" role="alert" title={t`Somebody else has saved this draft meanwhile.`}>
      <Stack gap="sm" align="flex-start">
        <Text>
          <Trans>What you typed is still here and was not saved over theirs. Look at what differs, then decide.</Trans>
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? t`Hide what differs` : t`Look at what differs`}
          </Button>
          <Button size="xs" variant="default" onClick={onTake}>
            <Trans>Go on from theirs</Trans>
          </Button>
          <Button size="xs" variant="default" onClick={onKeep}>
            <Trans>Save mine over theirs</Trans>
          </Button>
        </Group>
        {shown &&
          (own === undefined ? (
            <Text c="dimmed">
              <Trans>What you typed does not read as clauses yet: correct its mistakes first.</Trans>
            </Text>
          ) : (
            <section aria-label={t`From theirs to yours`}>
              <ClauseChanges before={others.clauses} after={own} language={language} />
            </section>
          ))}
      </Stack>
    </Alert>
  );
}
