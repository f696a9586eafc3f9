import { Anchor, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { refresh } from '../../lib/api/queries.ts';
import { EnvelopeStanding } from '../../ui/lazy-signing.tsx';
import { HistoryItem } from '../../ui/history-item.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PartnerName } from '../../ui/partner-name.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Documents } from './documents.tsx';
import { envelopeQuery, touched, type EnvelopeDetail } from './signature.queries.ts';
import { eventWords } from './signature-words.ts';

interface EnvelopePageProps {
  readonly id: string;
  readonly side: 'company' | 'partner';
  readonly mayWrite: boolean;
}

/** One envelope: how it stands, what is signed, and all that happened. */
export function EnvelopePage({ id, side, mayWrite }: EnvelopePageProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(envelopeQuery(id));
  const back = <Trans>All signatures</Trans>;
  return (
    <>
      <PageHeader
        title={data?.purpose ?? t`Signatures`}
        above={
          <Anchor
            size="sm"
            renderRoot={(props) =>
              side === 'company' ? <Link to="/console/signatures" {...props} /> : <Link to="/portal/signatures" {...props} />
            }
          >
            {back}
          </Anchor>
        }
      >
        {data !== undefined && data.partnerId !== null && side === 'company' && <PartnerName id={data.partnerId} />}
      </PageHeader>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={300} />}
      {data !== undefined && (
        <Stack gap="xl">
          <Part title={t`Signers`}>
            <EnvelopeStanding envelope={data} mayWrite={mayWrite} onChanged={() => refresh(client, ...touched)} />
            <Subject envelope={data} side={side} />
          </Part>
          <Part title={t`Documents`}>
            <Documents envelope={data} />
          </Part>
          <Part title={t`Trail`}>
            <Text size="sm" c="dimmed">
              <Trans>Each line holds the hash of the one before: nothing of it can be changed without being seen.</Trans>
            </Text>
            <Trail envelope={data} side={side} />
          </Part>
        </Stack>
      )}
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** What was sent is a charter: the way to it. */
function Subject({ envelope: { subject, partnerId }, side }: { envelope: EnvelopeDetail; side: 'company' | 'partner' }) {
  if (subject === null || !subject.startsWith('chr_') || partnerId === null) return null;
  return (
    <Anchor
      size="sm"
      mt="sm"
      display="inline-block"
      renderRoot={(props) =>
        side === 'company' ? (
          <Link to="/console/partners/$partnerId/charter" params={{ partnerId }} {...props} />
        ) : (
          <Link to="/portal/charter" {...props} />
        )
      }
    >
      <Trans>The charter this is about</Trans>
    </Anchor>
  );
}

/** All that happened, the latest first; who did it, and from where for the company. */
function Trail({ envelope: { events, signers }, side }: { envelope: EnvelopeDetail; side: 'company' | 'partner' }) {
  const { t } = useLingui();
  const byWords: Readonly<Record<string, string>> = { company: t`the company`, clock: t`by itself` };
  const partners = new Set(signers.flatMap((signer) => (signer.side === 'partner' ? [signer.name] : [])));
  return (
    <Stack component="ol" gap="sm" m={0} mt="sm" p={0} style={{ listStyle: 'none' }}>
      {events.toReversed().map(({ number, kind, by, at, data }) => {
        const words = eventWords[kind];
        const to = data['toName'] === undefined ? null : `${data['toName']} <${data['toEmail'] ?? ''}>`;
        const about = data['name'] === undefined || data['name'] === by ? (data['document'] ?? null) : data['name'];
        return (
          <HistoryItem
            key={number}
            what={words === undefined ? kind : t(words)}
            more={[byWords[by] ?? by, about, to, side === 'company' ? (data['address'] ?? null) : null]}
            at={at}
            isPartner={partners.has(by)}
            text={data['reason'] ?? null}
          />
        );
      })}
    </Stack>
  );
}
