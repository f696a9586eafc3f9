import { Anchor, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { chosenMembership } from '../../lib/membership-choice.ts';
import { portalView } from '../../lib/portal-view.ts';
import { HistoryItem } from '../../ui/history-item.tsx';
import { FileList } from '../../ui/lazy-files.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { LocalDate } from '../../ui/values.tsx';
import { obligationQuery, type ObligationDetail, type ObligationStep } from './obligation.queries.ts';
import { entryWords, ownerWords, partnerOwnerWords, proofWords, stateTones, stateWords, stepWords } from './obligation-words.ts';
import { StepForm } from './step-form.tsx';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

interface ObligationDrawerProps {
  readonly id: string;
  readonly side: 'company' | 'partner';
  readonly onClose: () => void;
}

/** One obligation: what is owed by whom, all that happened, and what the reader's side may do about it. */
export function ObligationDrawer({ id, side, onClose }: ObligationDrawerProps) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(obligationQuery(id));
  const role = chosenMembership()?.role ?? '';
  const mayAct = side === 'partner' ? portalView() === null : ['owner', 'manager'].includes(role);
  return (
    <SideDrawer title={data?.title ?? t`Obligation`} onClose={onClose}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={240} />}
      {data !== undefined && (
        <Stack gap="lg">
          <Facts of={data} side={side} />
          {mayAct && <Steps key={data.entries.length} of={data} />}
          <History entries={data.entries} />
          {mayAct && <Contest of={data} side={side} />}
          {mayAct && side === 'company' && data.source === 'own' && <End of={data} onEnded={onClose} />}
        </Stack>
      )}
    </SideDrawer>
  );
}

function Facts({ of: { state, dueOn, owner, proof, partnerName }, side }: { of: ObligationDetail; side: 'company' | 'partner' }) {
  const { t } = useLingui();
  const owners = side === 'company' ? ownerWords : partnerOwnerWords;
  return (
    <Stack gap={4}>
      <Status tone={stateTones[state]}>{t(stateWords[state])}</Status>
      {side === 'company' && <Text>{partnerName}</Text>}
      <Text>
        <Trans>
          Due on <LocalDate date={dueOn} />, owed by: {t(owners[owner])}
        </Trans>
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>Proof: {t(proofWords[proof])}</Trans>
      </Text>
    </Stack>
  );
}

function Steps({ of }: { of: ObligationDetail }) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<ObligationStep | null>(of.steps[0] === 'handed_in' ? 'handed_in' : null);
  if (of.steps.length === 0) return null;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        {of.steps.map((step) => (
          <Button
            key={step}
            size="xs"
            variant={step === chosen ? 'light' : 'default'}
            aria-pressed={step === chosen}
            onClick={() => setChosen(step)}
          >
            {t(stepWords[step])}
          </Button>
        ))}
      </Group>
      {chosen !== null && <StepForm key={chosen} of={of} step={chosen} />}
    </Stack>
  );
}

function History({ entries }: Pick<ObligationDetail, 'entries'>) {
  const { t } = useLingui();
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>History</Trans>
      </Title>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {entries.map(({ number, kind, side, at, text, links, files }) => (
          <HistoryItem
            key={number}
            what={t(entryWords[kind])}
            more={[side === 'clock' ? null : side === 'partner' ? t`the partner` : t`the company`]}
            at={at}
            isPartner={side === 'partner'}
            text={text}
          >
            {links.length > 0 && (
              <List size="sm">
                {links.map((link) => (
                  <List.Item key={link}>
                    <Anchor href={link} target="_blank" rel="noreferrer nofollow" style={{ overflowWrap: 'anywhere' }}>
                      {link}
                    </Anchor>
                  </List.Item>
                ))}
              </List>
            )}
            <FileList files={files} />
          </HistoryItem>
        ))}
      </Stack>
    </section>
  );
}

/** Where the two sides do not agree about it. */
function Contest({ of: { id, partnerId }, side }: { of: ObligationDetail; side: 'company' | 'partner' }) {
  return (
    <Anchor
      size="sm"
      renderRoot={(props) =>
        side === 'company' ? (
          <Link to="/console/partners/$partnerId/disputes" params={{ partnerId }} search={{ about: id }} {...props} />
        ) : (
          <Link to="/portal/disputes" search={{ about: id }} {...props} />
        )
      }
    >
      <Trans>Open a dispute about it</Trans>
    </Anchor>
  );
}

function End({ of, onEnded }: { of: ObligationDetail; onEnded: () => void }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const end = async () => {
    await call('endObligation', { params: { id: of.id } });
    onEnded();
    await refresh(client, 'listObligations', 'getTimeline');
    toast(t`It is owed no longer.`);
  };
  return (
    <>
      <Button variant="subtle" color="red" size="xs" style={{ alignSelf: 'flex-start' }} onClick={() => setAsking(true)}>
        <Trans>End this obligation</Trans>
      </Button>
      <Suspense>
        {asking && (
          <Confirm
            title={t`End this obligation?`}
            verb={t({ message: 'End it', context: 'obligation' })}
            dangerous
            onConfirm={end}
            onClose={() => setAsking(false)}
          >
            <Trans>It and its later turns are owed no longer. What was due before today stays in the list.</Trans>
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
