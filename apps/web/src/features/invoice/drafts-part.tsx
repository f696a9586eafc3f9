import { Alert, Anchor, Button, Group, List, Skeleton, Stack, Text, Title } from '@mantine/core';
import { formatMonth } from '@cordee/core/closing';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useLanguage } from '../../lib/use-language.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { toast } from '../../ui/toast.ts';
import { Money } from '../../ui/values.tsx';
import { draftsQuery, touched, type Draft } from './invoice.queries.ts';
import { shortTypeWords } from './invoice-words.ts';
import { mayInvoice } from './may-invoice.ts';

/** What closed months come to and stands on no document yet: issued at once, or with what keeps it back. */
export function DraftsPart({ partnerId }: { partnerId?: string }) {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(draftsQuery(partnerId));
  const kept = data?.items.filter(({ obstacles }) => obstacles.length > 0) ?? [];
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>To invoice</Trans>
      </Title>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h={90} />}
      {data !== undefined && (
        <>
          <Ready
            drafts={data.items.filter(({ obstacles }) => obstacles.length === 0)}
            {...(partnerId === undefined ? {} : { partnerId })}
          />
          {kept.length > 0 && (
            <>
              <Title order={3} size="h5" mt="md" mb={4}>
                <Plural value={kept.length} one="# document is kept back" other="# documents are kept back" />
              </Title>
              <Stack component="ul" aria-label={t`Kept back`} gap={6} m={0} p={0} maw={760} style={{ listStyle: 'none' }}>
                {kept.map((draft) => (
                  <KeptBack key={`${draft.partnerId} ${draft.currency} ${draft.months.join(' ')}`} draft={draft} />
                ))}
              </Stack>
            </>
          )}
          {data.receipts > 0 && (
            <Text size="sm" c="dimmed" mt="sm">
              <Plural
                value={data.receipts}
                one="# month of a private person needs no invoice: its statement is its receipt."
                other="# months of private persons need no invoice: their statements are their receipts."
              />
            </Text>
          )}
        </>
      )}
    </section>
  );
}

function Ready({ drafts, partnerId }: { drafts: readonly Draft[]; partnerId?: string }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [left, setLeft] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const issue = async () => {
    setBusy(true);
    setError(null);
    let made = 0;
    try {
      for (let more = drafts.length; more > 0;) {
        setLeft(more);
        const answer = await call('issueInvoices', { body: partnerId === undefined ? {} : { partnerIds: [partnerId] } });
        made += answer.items.length;
        more = answer.left;
      }
      toast(t`Issued: ${made}. Partners are told within minutes.`);
    } catch (refusal) {
      setError(refusal);
    }
    await refresh(client, ...touched);
    setBusy(false);
    setLeft(0);
  };
  if (drafts.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Nothing is ready to be issued. Months appear here once they are closed.</Trans>
      </Text>
    );
  }
  return (
    <>
      <List aria-label={t`Ready to be issued`} spacing={4} listStyleType="none" mb="sm">
        {drafts.slice(0, 50).map((draft, index) => (
          <List.Item key={`${draft.partnerId} ${draft.currency} ${draft.type} ${draft.vatCategory}`}>
            <Group gap="sm" wrap="wrap" align="center">
              <div style={{ flex: 1, minWidth: 240, maxWidth: 760 }}>
                <Line draft={draft} />
              </div>
              <Preview draft={draft} place={placeOf(drafts, index)} />
            </Group>
          </List.Item>
        ))}
      </List>
      {drafts.length > 50 && (
        <Text size="sm" c="dimmed" mb="sm">
          <Plural value={drafts.length - 50} one="and # more" other="and # more" />
        </Text>
      )}
      {error !== null && <ProblemNotice error={error} />}
      {mayInvoice() && (
        <Group>
          <Button loading={busy} onClick={() => void issue()}>
            <Plural value={drafts.length} one="Issue # document" other="Issue # documents" />
          </Button>
          {busy && (
            <output>
              <Plural value={left} one="# to go" other="# to go" />
            </output>
          )}
        </Group>
      )}
    </>
  );
}

/** Which one it is of its partner and currency. */
function placeOf(drafts: readonly Draft[], index: number): number {
  const { partnerId, currency } = drafts[index] ?? {};
  return drafts.slice(0, index).filter((one) => one.partnerId === partnerId && one.currency === currency).length;
}

function Preview({ draft: { partnerId, partnerName, currency, months }, place }: { draft: Draft; place: number }) {
  const { t } = useLingui();
  return (
    <CsvButton
      route="previewInvoiceDraft"
      input={{ query: { partnerId, currency, place } }}
      type="application/pdf"
      name={`${t`draft`}-${partnerName}-${months.at(-1) ?? ''}.pdf`}
      says={t`Draft of ${partnerName} as a PDF`}
    >
      <Trans>Draft as a PDF</Trans>
    </CsvButton>
  );
}

function Line({ draft }: { draft: Draft }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { partnerId, partnerName, type, net, vat, currency, months } = draft;
  return (
    <Group gap="xs" justify="space-between" wrap="wrap" maw={760}>
      <span>
        <Anchor underline="always" component={Link} to="/console/partners/$partnerId/invoices" params={{ partnerId } as never}>
          {partnerName}
        </Anchor>
        {type !== null && ` · ${t(shortTypeWords[type])}`}
        {` · ${months.map((month) => formatMonth(month, language)).join(', ')}`}
      </span>
      <span>
        <Money amount={net} currency={currency} />
        {vat !== null && vat !== 0 && (
          <Text span c="dimmed" size="sm">
            {' '}
            <Trans>
              + VAT <Money amount={vat} currency={currency} />
            </Trans>
          </Text>
        )}
      </span>
    </Group>
  );
}

function KeptBack({ draft }: { draft: Draft }) {
  return (
    <li>
      <Alert variant="outline" color="yellow" p="xs">
        <Line draft={draft} />
        {draft.obstacles.map(({ code, text }) => (
          <Text key={code} size="sm">
            {text}
          </Text>
        ))}
      </Alert>
    </li>
  );
}
