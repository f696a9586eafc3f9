import { Button, Group, Text, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { call } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { useCountryName } from '../../lib/use-country-name.ts';
import { PartnerName } from '../../ui/partner-name.tsx';
import { Status } from '../../ui/status.tsx';
import { toast } from '../../ui/toast.ts';
import { Instant, LocalDate } from '../../ui/values.tsx';
import { mayDecide } from './may-decide.ts';
import { type Details, ofPartner } from './tax.queries.ts';
import { detailsTones, detailsWords, kindWords, statusWords } from './tax-words.ts';

const Confirm = lazy(async () => ({ default: (await import('../../ui/confirm.tsx')).Confirm }));

/** What was entered, from which day on, and what can be answered to it. */
export function DetailsCard({ details, named = false }: { details: Details; named?: boolean }) {
  const { t } = useLingui();
  const { state, partnerId, validFrom, enteredAt, byPartner, reason } = details;
  return (
    <Group justify="space-between" align="start">
      <div>
        {named && <PartnerName id={partnerId} />}
        <Text fw={600}>
          <Trans>
            From <LocalDate date={validFrom} /> on
          </Trans>
        </Text>
        <Facts details={details} />
        <Text size="sm" c="dimmed">
          {byPartner ? (
            <Trans>
              Proposed by the partner on <Instant at={enteredAt} />
            </Trans>
          ) : (
            <Trans>
              Given by the company on <Instant at={enteredAt} />
            </Trans>
          )}
        </Text>
        {state === 'refused' && <Text size="sm">{reason}</Text>}
      </div>
      <Group gap="xs">
        <Status tone={detailsTones[state]}>{t(detailsWords[state])}</Status>
        {state === 'proposed' && mayDecide() && <Answers details={details} />}
      </Group>
    </Group>
  );
}

function Facts({ details }: { details: Details }) {
  const { t } = useLingui();
  const countryName = useCountryName();
  const { kind, country, vatStatus, address } = details;
  const lines = [
    [details.legalName, details.legalForm],
    [address?.street, [address?.postCode, address?.town].filter((part) => part !== undefined).join(' ')],
    [
      kind === null ? null : t(kindWords[kind]),
      country === null ? null : countryName(country),
      vatStatus === null ? null : t(statusWords[vatStatus]),
    ],
    [
      details.siren === null ? null : t`SIREN ${details.siren}`,
      details.siret === null ? null : t`SIRET ${details.siret}`,
      details.vatNumber === null ? null : t`VAT number ${details.vatNumber}`,
    ],
  ];
  return (
    <>
      {lines
        .map((line) => line.filter((part) => part !== null && part !== undefined && part !== '').join(' · '))
        .filter((line) => line !== '')
        .map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      <Personal details={details} />
    </>
  );
}

/** Dates of birth and foreign tax numbers; to whom they are not shown it is said that they are there. */
function Personal({ details: { birthDate, localTaxId, sealed } }: { details: Details }) {
  return (
    <>
      {sealed.includes('birth_date') && (
        <Text>
          {birthDate === null ? (
            <Trans>Date of birth: given</Trans>
          ) : (
            <Trans>
              Born on <LocalDate date={birthDate} />
            </Trans>
          )}
        </Text>
      )}
      {sealed.includes('local_tax_id') && (
        <Text>{localTaxId === null ? <Trans>Tax number: given</Trans> : <Trans>Tax number {localTaxId}</Trans>}</Text>
      )}
    </>
  );
}

function Answers({ details: { id, partnerName } }: { details: Details }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'accept' | 'refuse' | null>(null);
  const [reason, setReason] = useState('');
  const done = async (said: string) => {
    await refresh(client, ...ofPartner);
    toast(said);
  };
  return (
    <>
      <Button size="xs" onClick={() => setAsking('accept')}>
        <Trans>Accept</Trans>
      </Button>
      <Button size="xs" variant="default" onClick={() => setAsking('refuse')}>
        <Trans>Refuse</Trans>
      </Button>
      <Suspense>
        {asking === 'accept' && (
          <Confirm
            title={t`Accept the tax details of ${partnerName}?`}
            verb={t`Accept`}
            onConfirm={async () => {
              await call('acceptTaxDetails', { params: { id } });
              await done(t`The tax details are accepted.`);
            }}
            onClose={() => setAsking(null)}
          >
            <Trans>They hold from their day on and are not changed any more; a correction is entered as others.</Trans>
          </Confirm>
        )}
        {asking === 'refuse' && (
          <Confirm
            title={t`Refuse the tax details of ${partnerName}?`}
            verb={t`Refuse`}
            dangerous
            disabled={reason.trim() === ''}
            onConfirm={async () => {
              await call('refuseTaxDetails', { params: { id }, body: { reason } });
              await done(t`The tax details are refused.`);
            }}
            onClose={() => setAsking(null)}
          >
            <TextInput
              label={t`Reason, told to the partner`}
              required
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          </Confirm>
        )}
      </Suspense>
    </>
  );
}
