import { Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { parseAmount } from '@cordee/core/money';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { upload } from '../../lib/api/call.ts';
import { refresh } from '../../lib/api/queries.ts';
import { SendFile } from '../../ui/send-file.tsx';
import { toast } from '../../ui/toast.ts';
import { touched } from './invoice.queries.ts';

/** A partner sends its own invoice: a Factur-X tells its figures itself, of another PDF they are said beside it. */
export function SendInvoice() {
  const { t } = useLingui();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [said, setSaid] = useState({ number: '', issuedOn: '', currency: 'EUR', net: '', vat: '' });
  const set = (change: Partial<typeof said>) => setSaid({ ...said, ...change });
  const send = async (file: File) => {
    const type = file.type === 'application/pdf' ? 'application/pdf' : 'application/xml';
    const { id } = await upload('sendInvoice', { query: { ...queryOf(said), fileName: file.name } }, file, type);
    await refresh(client, ...touched);
    toast(t`Sent. The company looks at it now.`);
    await navigate({ to: '/portal/invoices/$invoiceId', params: { invoiceId: id } });
  };
  return (
    <Stack component="section" gap="sm" maw={560}>
      <Title order={2}>
        <Trans>Send your invoice</Trans>
      </Title>
      <Text>
        <Trans>
          It must state what your closed months come to. A Factur-X or an XML (CII) tells its figures itself; of any other PDF,
          say them here.
        </Trans>
      </Text>
      <TextInput label={t`Number`} value={said.number} onChange={(event) => set({ number: event.currentTarget.value })} />
      <Group grow>
        <TextInput
          label={t`Issued on`}
          type="date"
          value={said.issuedOn}
          onChange={(event) => set({ issuedOn: event.currentTarget.value })}
        />
        <TextInput
          label={t`Currency`}
          maxLength={3}
          value={said.currency}
          onChange={(event) => set({ currency: event.currentTarget.value.toUpperCase() })}
        />
      </Group>
      <Group grow>
        <NumberInput
          label={t`Without VAT`}
          min={0}
          decimalScale={4}
          value={said.net}
          onChange={(net) => set({ net: String(net) })}
        />
        <NumberInput label={t`VAT`} min={0} decimalScale={4} value={said.vat} onChange={(vat) => set({ vat: String(vat) })} />
      </Group>
      <SendFile
        label={t`File (PDF or XML)`}
        accept=".pdf,.xml,application/pdf,application/xml,text/xml"
        verb={t`Send the invoice`}
        onSend={send}
      />
    </Stack>
  );
}

interface Said {
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  readonly net: string;
  readonly vat: string;
}

/** What was said; what was left empty is for the file to tell. */
function queryOf({ number, issuedOn, currency, net, vat }: Said) {
  const minor = (text: string) => Number(parseAmount(text, currency, 'dot') ?? Number.NaN);
  return {
    ...(number === '' ? {} : { number }),
    ...(issuedOn === '' ? {} : { issuedOn }),
    ...(net === '' ? {} : { net: minor(net), currency }),
    ...(vat === '' ? {} : { vat: minor(vat) }),
  };
}
