import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { HistoryItem } from '../../../ui/history-item.tsx';
import { Status } from '../../../ui/status.tsx';
import { problemToast, toast } from '../../../ui/toast.ts';
import { Instant, LocalDate } from '../../../ui/values.tsx';
import { AccountTable } from './account-table.tsx';
import type { ActKind } from './act-dialog.tsx';
import { touched, type Leaving, type Side, type Standing } from './leaving.queries.ts';
import { entryWords, stateTones, stateWords } from './leaving-words.ts';
import { Part } from './part.tsx';
import { StepsTable } from './steps-table.tsx';

const ActDialog = lazy(async () => ({ default: (await import('./act-dialog.tsx')).ActDialog }));

interface StandingProps {
  readonly standing: Standing;
  readonly side: Side;
}

/** How a leaving stands, and what one's side may do now. */
export function LeavingStanding({ standing, side }: StandingProps) {
  const { t } = useLingui();
  const [act, setAct] = useState<ActKind | null>(null);
  const { leaving, actions, partnerId } = standing;
  const labels: Readonly<Record<ActKind, string>> = {
    notice: t`Give notice`,
    offer: t`Propose something else`,
    agree: t`Agree`,
    decline: t`Decline`,
    take_back: t`Take the proposal back`,
    begin: t`Begin to leave`,
    settle: leaving?.account === null ? t`Make the final account` : t`Make the final account anew`,
    end: t`End the partnership`,
  };
  const kinds = actions.flatMap((action): ActKind[] => (action === 'answer' ? ['agree', 'decline'] : [action]));
  return (
    <Stack gap="lg">
      {leaving !== null && <LeavingHead leaving={leaving} side={side} />}
      {kinds.length > 0 && (
        <Group gap="xs">
          {kinds.map((kind) => (
            <Button
              key={kind}
              variant={kind === 'agree' || kind === 'begin' || kind === 'end' ? 'filled' : 'default'}
              onClick={() => setAct(kind)}
            >
              {labels[kind]}
            </Button>
          ))}
        </Group>
      )}
      {leaving !== null && <LeavingParts leaving={leaving} partnerId={partnerId} side={side} />}
      <Suspense>
        {act !== null && <ActDialog kind={act} label={labels[act]} partnerId={partnerId} onClose={() => setAct(null)} />}
      </Suspense>
    </Stack>
  );
}

function LeavingHead({ leaving, side }: { leaving: Leaving; side: Side }) {
  const { t } = useLingui();
  const { state, endsOn, offer, reason, runOffOn, readsUntil } = leaving;
  return (
    <Stack gap="xs">
      <Group gap="md">
        <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>
        <Text fw={600}>
          <Trans>
            Last day: <LocalDate date={endsOn} />
          </Trans>
        </Text>
      </Group>
      <Text size="sm">
        {leaving.side === side ? (
          <Trans>
            Your side gave notice on <LocalDate date={leaving.noticedOn} />: {reason}
          </Trans>
        ) : (
          <Trans>
            The other side gave notice on <LocalDate date={leaving.noticedOn} />: {reason}
          </Trans>
        )}
      </Text>
      {runOffOn !== null && (
        <Text size="sm" c="dimmed">
          <Trans>
            Customers brought before earn until <LocalDate date={runOffOn} />.
          </Trans>
        </Text>
      )}
      {readsUntil !== null && (
        <Text size="sm" c="dimmed">
          <Trans>
            The partner’s people read their statements, the final account and their archive until <LocalDate date={readsUntil} />.
          </Trans>
        </Text>
      )}
      {offer !== null && (
        <Alert variant="light" color="yellow" title={offer.side === side ? t`You propose` : t`The other side proposes`}>
          {offer.kind === 'withdrawal' || offer.endsOn === null ? (
            <Trans>To withdraw the notice: the partnership goes on.</Trans>
          ) : (
            <Trans>
              Another last day: <LocalDate date={offer.endsOn} />
            </Trans>
          )}
          {offer.text !== null && <Text size="sm">{offer.text}</Text>}
        </Alert>
      )}
    </Stack>
  );
}

function LeavingParts({ leaving, partnerId, side }: { leaving: Leaving; partnerId: string; side: Side }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { account, checks, state } = leaving;
  const say = async (step: string) => {
    try {
      await call('doLeavingStep', { params: { id: partnerId }, body: { step } });
      await refresh(client, ...touched);
      toast(t`Done.`);
    } catch (error) {
      problemToast(error);
    }
  };
  return (
    <>
      <Part title={t`Steps`}>
        <StepsTable steps={leaving.steps} onDo={(step) => void say(step)} />
      </Part>
      <Part title={t`Final account`}>
        {state !== 'ended' && side === 'company' && (
          <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t`Before the final account`}>
            {checks.map(({ code, text, isMet }) => (
              <li key={code}>
                <Status tone={isMet ? 'good' : 'wait'}>
                  {text} {isMet ? t`Yes.` : t`Not yet.`}
                </Status>
              </li>
            ))}
          </Stack>
        )}
        {account === null ? (
          <Text c="dimmed" size="sm">
            <Trans>It is made once the last day is over.</Trans>
          </Text>
        ) : (
          <>
            <AccountTable lines={account.lines} />
            <Text size="sm" c="dimmed">
              <Trans>
                Made on <Instant at={account.at} />. Fingerprint (SHA-256):
              </Trans>{' '}
              <span style={{ overflowWrap: 'anywhere' }}>{account.hash}</span>
            </Text>
            {account.despite !== null && <Text size="sm">{account.despite}</Text>}
          </>
        )}
      </Part>
      <History entries={leaving.entries} />
    </>
  );
}

function History({ entries }: Pick<Leaving, 'entries'>) {
  const { t } = useLingui();
  return (
    <Part title={t`What was said and done`}>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {entries.map(({ number, kind, side: by, by: name, at, text, endsOn }) => (
          <HistoryItem
            key={number}
            what={t(entryWords[kind])}
            more={[by === 'company' ? t`Company` : by === 'partner' ? t`Partner` : t`By itself`, name]}
            at={at}
            isPartner={by === 'partner'}
            text={text}
          >
            {endsOn !== null && (kind === 'noticed' || kind === 'agreed') && (
              <Text size="sm" c="dimmed">
                <Trans>
                  Last day: <LocalDate date={endsOn} />
                </Trans>
              </Text>
            )}
          </HistoryItem>
        ))}
      </Stack>
    </Part>
  );
}
