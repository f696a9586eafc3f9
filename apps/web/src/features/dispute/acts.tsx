import { Alert, Button, Group, Stack } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { DisputeDetail, Side } from './dispute.queries.ts';
import type { DialogAct } from './act-dialog.tsx';
import { actWords, reasonWords } from './dispute-words.ts';

const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));

const shown = ['say', 'pause', 'resume', 'extend', 'step_up', 'name_mediator', 'end_mediation', 'withdraw'] as const;

/** What the reader's side may do now; what the other side asked for comes first. */
export function Acts({ of, side }: { of: DisputeDetail; side: Side }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<DialogAct | null>(null);
  const acts = shown.filter((act) => of.acts.includes(act));
  return (
    <Stack gap="sm">
      {of.request !== null && (
        <Alert variant="outline" color="teal" title={<Asked request={of.request} isOwn={of.request.by === side} />}>
          <Group gap="xs">
            {of.acts.includes('agree') && (
              <Button size="xs" onClick={() => setAsking('agree')}>
                {t(actWords.agree)}
              </Button>
            )}
            {of.acts.includes('decline') && (
              <Button size="xs" variant="default" onClick={() => setAsking('decline')}>
                {of.request.by === side ? <Trans>Take it back</Trans> : <Trans>Decline</Trans>}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      <Group gap="xs">
        {acts.map((act) => (
          <Button
            key={act}
            size="xs"
            {...(act === 'withdraw' ? { variant: 'subtle', color: 'red' } : { variant: 'default' })}
            onClick={() => setAsking(act)}
          >
            {t(actWords[act])}
          </Button>
        ))}
      </Group>
      <Suspense>{asking !== null && <ActDialog act={asking} of={of} number={0} onClose={() => setAsking(null)} />}</Suspense>
    </Stack>
  );
}

function Asked({ request, isOwn }: { request: NonNullable<DisputeDetail['request']>; isOwn: boolean }) {
  const { t } = useLingui();
  if (request.kind === 'extension') {
    const days = request.days ?? 0;
    return isOwn ? (
      <Plural value={days} one="You asked for # more day" other="You asked for # more days" />
    ) : (
      <Plural value={days} one="The other side asks for # more day" other="The other side asks for # more days" />
    );
  }
  const reason = request.reason === null ? '' : t(reasonWords[request.reason]);
  return isOwn ? <Trans>You asked for a pause: {reason}</Trans> : <Trans>The other side asks for a pause: {reason}</Trans>;
}
