import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { toast, problemToast } from '../../../ui/toast.ts';
import classes from './editor.module.css';
import type { usePlanDraft } from './use-plan-draft.ts';

const Confirm = lazy(async () => ({ default: (await import('../../../ui/confirm.tsx')).Confirm }));

interface EditorBarProps {
  readonly draft: ReturnType<typeof usePlanDraft>;
  readonly readOnly: boolean;
  readonly onSave: () => void;
  readonly onFirstFault: () => void;
}

/** The way back and forth, whether it is saved, and what is wrong. Stays in sight. */
export function EditorBar({ draft, readOnly, onSave, onFirstFault }: EditorBarProps) {
  const { t } = useLingui();
  const { steps, faults, isDirty, busy } = draft;
  if (readOnly) {
    return (
      <Text c="dimmed" mb="md">
        <Trans>Owners and managers write plans; you read it here.</Trans>
      </Text>
    );
  }
  return (
    <div className={classes['bar']}>
      <Group justify="space-between" gap="xs">
        <Group gap={4}>
          <ActionIcon
            variant="default"
            size="lg"
            disabled={steps.undo === undefined}
            aria-label={t`Undo`}
            title={t`Undo`}
            onClick={steps.undo}
          >
            <IconArrowBackUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            disabled={steps.redo === undefined}
            aria-label={t`Redo`}
            title={t`Redo`}
            onClick={steps.redo}
          >
            <IconArrowForwardUp size={18} aria-hidden />
          </ActionIcon>
          <Text size="sm" c="dimmed" ml={8} component="output">
            {isDirty ? <Trans>Not saved yet</Trans> : <Trans>Saved</Trans>}
          </Text>
        </Group>
        <Group gap="xs">
          {draft.remove !== undefined && <DeleteDraft remove={draft.remove} isDirty={isDirty} />}
          {faults.length > 0 && (
            <Button variant="subtle" c="var(--mantine-color-error)" onClick={onFirstFault}>
              <Plural value={faults.length} one="# mistake: show it" other="# mistakes: show the first" />
            </Button>
          )}
          {isDirty && (
            <Button variant="default" onClick={steps.discard}>
              <Trans>Discard the changes</Trans>
            </Button>
          )}
          <Button loading={busy} disabled={!isDirty} onClick={onSave}>
            <Trans>Save the draft</Trans>
          </Button>
        </Group>
      </Group>
    </div>
  );
}

interface DeleteDraftProps {
  /** Answers how to make it again. */
  readonly remove: () => Promise<() => Promise<void>>;
  readonly isDirty: boolean;
}

/** Asks, deletes, and can be taken back for a while. */
function DeleteDraft({ remove, isDirty }: DeleteDraftProps) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const confirm = async () => {
    const undo = await remove();
    toast(t`The draft is deleted.`, () => void undo().catch(problemToast));
  };
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsking(true)}>
        <Trans>Delete the draft</Trans>
      </Button>
      <Suspense>
        {asking && (
          <Confirm title={t`Delete this draft?`} verb={t`Delete`} dangerous onConfirm={confirm} onClose={() => setAsking(false)}>
            {isDirty ? (
              <Trans>What you typed and did not save goes as well. What partners know stays as it is.</Trans>
            ) : (
              <Trans>What partners know stays as it is.</Trans>
            )}
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
