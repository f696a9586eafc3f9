import { Table, Text } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Money } from '../../../ui/values.tsx';
import type { FinalLine } from './leaving.queries.ts';
import { owedWords } from './leaving-words.ts';

/** What a final account comes to, currency by currency: what is there, and between which amounts it will end. */
export function AccountTable({ lines }: { lines: readonly FinalLine[] }) {
  const { t } = useLingui();
  if (lines.length === 0) {
    return (
      <Text>
        <Trans>Nothing was ever earned: nothing is owed either way.</Trans>
      </Text>
    );
  }
  return (
    <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table aria-label={t`Final account`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Currency`}</Table.Th>
            <Table.Th ta="end">{t`Pending`}</Table.Th>
            <Table.Th ta="end">{t`Of it blocked`}</Table.Th>
            <Table.Th ta="end">{t`Payable`}</Table.Th>
            <Table.Th ta="end">{t`Being paid`}</Table.Th>
            <Table.Th ta="end">{t`It comes to`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map(({ currency, pending, kept, payable, inPayout, least, most, owedBy }) => (
            <Table.Tr key={currency}>
              <Table.Td>{currency}</Table.Td>
              <Table.Td ta="end">
                <Money amount={pending} currency={currency} />
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={kept} currency={currency} />
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={payable} currency={currency} />
              </Table.Td>
              <Table.Td ta="end">
                <Money amount={inPayout} currency={currency} />
              </Table.Td>
              <Table.Td ta="end">
                {most === null ? (
                  <Trans>
                    <Money amount={least} currency={currency} /> or more
                  </Trans>
                ) : least === most ? (
                  <Money amount={least} currency={currency} />
                ) : (
                  <Trans>
                    between <Money amount={least} currency={currency} /> and <Money amount={most} currency={currency} />
                  </Trans>
                )}
                <Text size="xs" c="dimmed">
                  {most === null ? t`customers brought before may still earn` : t(owedWords[owedBy])}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
