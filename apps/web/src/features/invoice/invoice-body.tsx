import { Box, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { rate, ratePercentText } from '@cordee/core/money';
import { formatDate } from '@cordee/core/time';
import { useLanguage } from '../../lib/use-language.ts';
import { CsvButton } from '../../ui/csv-button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Instant, Money } from '../../ui/values.tsx';
import type { InvoiceDetail } from './invoice.queries.ts';
import { InvoiceHistory } from './invoice-history.tsx';
import { typeWords } from './invoice-words.ts';

/** All that is on a document and all that happened to it, as both sides read it. */
export function InvoiceBody({ invoice }: { invoice: InvoiceDetail }) {
  return (
    <Stack gap="lg" maw={760}>
      <Facts invoice={invoice} />
      {invoice.lines.length > 0 && <Lines invoice={invoice} />}
      <Parties invoice={invoice} />
      {invoice.notes.length > 0 && <Notes invoice={invoice} />}
      <Files invoice={invoice} />
      <InvoiceHistory steps={invoice.steps} />
    </Stack>
  );
}

function Facts({ invoice }: { invoice: InvoiceDetail }) {
  const { t } = useLingui();
  const language = useLanguage();
  const totals = useTotals(invoice);
  const { type, issuedOn, dueOn, period, contestUntil, state, credits, creditedBy, expected, currency } = invoice;
  const related = (list: InvoiceDetail['credits']) => list.map(({ number }) => number).join(', ');
  return (
    <DescriptionList
      width={170}
      lines={[
        [t`Document`, t(typeWords[type])],
        [t`Issued on`, formatDate(issuedOn, language)],
        [t`Due on`, dueOn === null ? null : formatDate(dueOn, language)],
        [t`Period`, `${formatDate(period.from, language)} – ${formatDate(period.to, language)}`],
        [t`Takes back`, related(credits)],
        [t`Taken back by`, related(creditedBy)],
        [t`To be contested until`, state === 'delivered' && contestUntil !== null ? <Instant at={contestUntil} /> : null],
        [t`Statements come to`, expected === null ? null : <Money key="expected" amount={expected.net} currency={currency} />],
        ...(invoice.lines.length > 0 ? [] : totals),
      ]}
    />
  );
}

/** What a document comes to, each under its name. */
function useTotals({ net, vat, gross, currency, vatRate }: InvoiceDetail) {
  const { t } = useLingui();
  const percent = ratePercentText(rate(BigInt(vatRate), 10_000n), useLanguage());
  return [
    [t`Without VAT`, <Money key="net" amount={net} currency={currency} />],
    [t`VAT ${percent}`, <Money key="vat" amount={vat} currency={currency} />],
    [t`With VAT`, <Money key="gross" amount={gross} currency={currency} />],
  ] as const;
}

function Lines({ invoice }: { invoice: InvoiceDetail }) {
  const { t } = useLingui();
  const totals = useTotals(invoice);
  const { lines, currency, exemption } = invoice;
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table aria-label={t`Lines`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`What`}</Table.Th>
            <Table.Th ta="end">{t`Without VAT`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ name, description, net }, index) => (
            <Table.Tr key={`${name} ${index}`}>
              <Table.Td>
                {name}
                {description !== null && (
                  <Text size="sm" c="dimmed">
                    {description}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={net} currency={currency} />
              </Table.Td>
            </Table.Tr>
          ))}
          {totals.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th ta="end" scope="row">
                {label}
              </Table.Th>
              <Table.Td ta="end">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        {exemption !== null && exemption !== '' && <Table.Caption>{exemption}</Table.Caption>}
      </Table>
    </Table.ScrollContainer>
  );
}

function Parties({ invoice: { seller, buyer } }: { invoice: InvoiceDetail }) {
  const { t } = useLingui();
  if (seller === null || buyer === null) return null;
  return (
    <Group gap="xl" align="start" wrap="wrap">
      <Party label={t`Supplier`} party={seller} />
      <Party label={t`Customer, who made it out`} party={buyer} />
    </Group>
  );
}

function Party({ label, party }: { label: string; party: NonNullable<InvoiceDetail['seller']> }) {
  const { name, legalForm, address, siren, vatNumber, localTaxId } = party;
  const town = [address.postCode, address.town, address.country].filter((part) => part !== null).join(' ');
  const numbers = [siren === null ? null : `SIREN ${siren}`, vatNumber, vatNumber === null ? localTaxId : null];
  return (
    <Box component="section" miw={240}>
      <Title order={2} size="h5">
        {label}
      </Title>
      {[name, legalForm, address.street, town, ...numbers]
        .filter((line) => line !== null)
        .map((line) => (
          <Text key={line} size="sm">
            {line}
          </Text>
        ))}
    </Box>
  );
}

function Notes({ invoice: { notes } }: { invoice: InvoiceDetail }) {
  return (
    <section>
      <Title order={2} size="h5">
        <Trans>Notes on it</Trans>
      </Title>
      {notes
        .filter(({ code }) => code !== 'BAR')
        .map(({ code, text }) => (
          <Text key={code} size="sm">
            {text}
          </Text>
        ))}
    </section>
  );
}

function Files({ invoice: { id, number, files } }: { invoice: InvoiceDetail }) {
  const { t } = useLingui();
  const input = (form: 'pdf' | 'xml' | 'sent') => ({ params: { id }, query: { form } });
  return (
    <Group gap="xs">
      {files.includes('pdf') && (
        <CsvButton route="downloadInvoice" input={input('pdf')} name={`${number}.pdf`} type="application/pdf">
          {t`PDF (Factur-X)`}
        </CsvButton>
      )}
      {files.includes('xml') && (
        <CsvButton route="downloadInvoice" input={input('xml')} name={`${number}.xml`} type="application/xml">
          {t`XML alone`}
        </CsvButton>
      )}
      {files.includes('sent') && (
        <CsvButton route="downloadInvoice" input={input('sent')} name={number} type="application/pdf, application/xml">
          {t`The file that was sent`}
        </CsvButton>
      )}
    </Group>
  );
}
