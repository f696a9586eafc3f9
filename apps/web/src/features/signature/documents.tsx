import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { download, upload } from '../../lib/api/call.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Instant } from '../../ui/values.tsx';
import { faultWords } from './signature-words.ts';
import type { EnvelopeDetail, Verdict } from './signature.queries.ts';

/** What is signed: each document as it stands, with its fingerprint, and what its signatures are worth. */
export function Documents({ envelope }: { envelope: EnvelopeDetail }) {
  return (
    <Stack component="ul" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
      {envelope.documents.map((document) => (
        <Document key={document.number} id={envelope.id} document={document} />
      ))}
      {envelope.documents.length === 0 && (
        <Text c="dimmed">
          <Trans>There is no document in it yet.</Trans>
        </Text>
      )}
    </Stack>
  );
}

function Document({ id, document }: { id: string; document: EnvelopeDetail['documents'][number] }) {
  const { t } = useLingui();
  const { number, name, currentSha256 } = document;
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const params = { id, number };
  const verify = async () => {
    setBusy(true);
    setError(null);
    try {
      const bytes = await download('readEnvelopeDocument', { params }, 'application/pdf');
      setVerdict(await upload('verifyDocument', {}, bytes, 'application/pdf'));
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <Group gap="xs" justify="space-between">
        <Text style={{ overflowWrap: 'anywhere' }}>{name}</Text>
        <Group gap="xs">
          <CsvButton route="readEnvelopeDocument" input={{ params }} name={name} type="application/pdf" says={t`Save ${name}`}>
            <Trans>Save</Trans>
          </CsvButton>
          <Button size="xs" variant="default" loading={busy} aria-label={t`Verify ${name}`} onClick={() => void verify()}>
            <Trans>Verify</Trans>
          </Button>
        </Group>
      </Group>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <Trans>
          Fingerprint (SHA-256): <Code>{currentSha256}</Code>
        </Trans>
      </Text>
      {error !== null && <ProblemNotice error={error} />}
      {verdict !== null && <Told verdict={verdict} />}
    </li>
  );
}

function Told({ verdict }: { verdict: Verdict }) {
  const { t } = useLingui();
  const { isIntact, isOurs, isWhole, signatures } = verdict;
  const isValid = isIntact && isOurs;
  const title =
    signatures.length === 0
      ? t`There is no signature in it yet.`
      : isValid
        ? t`Valid: signed here, and unchanged since.`
        : t`Not valid: it is not as it was signed.`;
  return (
    <output>
      <Alert
        mt="xs"
        role="note"
        variant="outline"
        color={signatures.length === 0 ? 'gray' : isValid ? 'teal' : 'red'}
        title={title}
      >
        {signatures.length > 0 && !isWhole && <Trans>Something was added behind the last signature.</Trans>}
        <List size="sm">
          {signatures.map(({ number, reason, signedAt, stampedAt, faults }) => (
            <List.Item key={number}>
              {reason ?? t`Signature ${number}`}
              {signedAt !== null && (
                <>
                  {' · '}
                  <Instant at={signedAt} />
                </>
              )}
              {stampedAt !== null && (
                <>
                  {' · '}
                  <Trans>
                    time stamped <Instant at={stampedAt} />
                  </Trans>
                </>
              )}
              {faults.map((fault) => {
                const words = faultWords[fault];
                return <b key={fault}> · {words === undefined ? fault : t(words)}</b>;
              })}
            </List.Item>
          ))}
        </List>
      </Alert>
    </output>
  );
}
