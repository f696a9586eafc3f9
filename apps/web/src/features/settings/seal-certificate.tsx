import { Button, Group, Stack, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { formatMonth } from '@cordee/core/closing';
import type { ReactNode } from 'react';
import { useLanguage } from '../../lib/use-language.ts';
import { DescriptionList } from '../../ui/description-list.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { Status } from '../../ui/status.tsx';
import { Instant } from '../../ui/values.tsx';
import type { SealKeys } from './settings.queries.ts';

interface SealCertificateProps {
  readonly certificate: NonNullable<SealKeys['signer']>;
  readonly title: string;
  readonly tone: 'good' | 'calm';
  /** Of the file. */
  readonly name: string;
  readonly children?: ReactNode;
}

/** What a certificate says of itself, which months were sealed with it, and the certificate itself as a file. */
export function SealCertificate({ certificate, title, tone, name, children }: SealCertificateProps) {
  const { t } = useLingui();
  const { subject, issuer, validFrom, validTo, sha256, sealed } = certificate;
  const save = () => saveFile(new Blob([certificate.certificate], { type: 'application/x-pem-file' }), name);
  return (
    <Stack gap="sm" component="section" aria-label={title}>
      <Group justify="space-between" gap="sm">
        <Status tone={tone}>{title}</Status>
        <Button size="xs" variant="default" onClick={save} aria-label={t`Download the certificate: ${name}`}>
          <Trans>Download the certificate</Trans>
        </Button>
      </Group>
      {children !== undefined && <Text c="dimmed">{children}</Text>}
      <DescriptionList
        width={120}
        lines={[
          [t({ message: 'Subject', context: 'certificate' }), plainName(subject)],
          [
            t({ message: 'Issuer', context: 'certificate' }),
            issuer === subject ? t({ message: 'itself', context: 'certificate' }) : plainName(issuer),
          ],
          [t({ message: 'From', context: 'certificate' }), <Instant key="from" at={validFrom} show="day" />],
          [t({ message: 'Until', context: 'certificate' }), <Instant key="until" at={validTo} show="day" />],
          [t`Fingerprint (SHA-256)`, <Fingerprint key="fingerprint" sha256={sha256} />],
          [t`Statements sealed`, <Sealed key="sealed" sealed={sealed} />],
        ]}
      />
    </Stack>
  );
}

/** As people read it: certificates escape commas in names. */
const plainName = (name: string) => name.replaceAll(/\\(.)/g, '$1');

/** In the pairs other tools show. */
function Fingerprint({ sha256 }: { sha256: string }) {
  return (
    <Text component="span" ff="monospace" size="xs" style={{ overflowWrap: 'anywhere' }}>
      {sha256.toUpperCase().match(/../g)?.join(':')}
    </Text>
  );
}

function Sealed({ sealed }: Pick<SealCertificateProps['certificate'], 'sealed'>) {
  const { t } = useLingui();
  const language = useLanguage();
  if (sealed.length === 0) return t({ message: 'none yet', context: 'certificate' });
  return sealed.map(({ month, documents }) => `${formatMonth(month, language)} (${documents})`).join(', ');
}
