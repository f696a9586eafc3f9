import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { refresh } from '../../lib/api/queries.ts';
import { FileList } from '../../ui/lazy-files.tsx';
import { EnvelopeStanding } from '../../ui/lazy-signing.tsx';
import { LocalDate } from '../../ui/values.tsx';
import { touched, type Charter, type Side, type Version } from './charter.queries.ts';
import { sideWords } from './charter-words.ts';

interface CharterSigningProps {
  readonly charter: Charter;
  readonly version: Version;
  readonly side: Side;
  readonly mayWrite: boolean;
}

/** How a version is being signed, or was: here, with all that proves it, or elsewhere, with the copies that were handed in. */
export function CharterSigning({ charter, version, side, mayWrite }: CharterSigningProps) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [latest, ...former] = charter.sendings.filter((one) => one.version === version.number);
  const elsewhere = version.signatures.filter(({ envelopeId }) => envelopeId === null);
  if (latest === undefined && elsewhere.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>Signatures</Trans>
      </Title>
      <Stack gap="sm">
        {latest !== undefined && (
          <EnvelopeStanding
            envelope={latest.envelope}
            mayWrite={mayWrite && side === 'company'}
            onChanged={() => refresh(client, ...touched)}
          />
        )}
        {elsewhere.map(({ side: signer, signedOn, reference, files }) => (
          <div key={signer}>
            <Text>
              {t(sideWords[signer])}:{' '}
              <Trans>
                signed elsewhere on <LocalDate date={signedOn} />
              </Trans>
              {reference !== null && ` · ${reference}`}
            </Text>
            <FileList files={files} />
          </div>
        ))}
        {latest !== undefined && (
          <Anchor
            size="sm"
            renderRoot={(props) =>
              side === 'company' ? (
                <Link to="/console/signatures" search={{ open: latest.envelope.id }} {...props} />
              ) : (
                <Link to="/portal/signatures" search={{ open: latest.envelope.id }} {...props} />
              )
            }
          >
            {former.length === 0 ? <Trans>Documents and trail</Trans> : <Trans>Documents and trail of the last sending</Trans>}
          </Anchor>
        )}
      </Stack>
    </section>
  );
}
