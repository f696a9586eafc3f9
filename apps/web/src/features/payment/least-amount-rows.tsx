import { Button, CloseButton, Group, Input, Stack, TextInput } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { CurrencySelect } from '../../ui/form/currency-select.tsx';
import type { LeastAmount } from './least-amounts.ts';

interface LeastAmountRowsProps {
  readonly rows: readonly LeastAmount[];
  readonly onChange: (rows: LeastAmount[]) => void;
  /** What the contract says of row and field: `0.amount`. */
  readonly faultOf: (place: string) => string | null;
}

/** The least amounts of currencies other than the euro: a row each. */
export function LeastAmountRows({ rows, onChange, faultOf }: LeastAmountRowsProps) {
  const { t } = useLingui();
  const change = (key: string, part: Partial<LeastAmount>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  return (
    <Input.Wrapper
      labelElement="div"
      label={t`Least amounts of other currencies`}
      description={t`A currency that is not named has none: everything payable in it is paid.`}
    >
      <Stack gap="xs" mt="xs">
        {rows.map(({ key, currency, amount }, index) => (
          <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
            <CurrencySelect
              aria-label={t`Currency`}
              value={currency === '' ? null : currency}
              onChange={(value) => change(key, { currency: value ?? '' })}
              error={faultOf(`${index}.currency`)}
              style={{ flex: 2, minWidth: 0 }}
            />
            <TextInput
              aria-label={currency === '' ? t`Least amount` : t`Least amount in ${currency}`}
              inputMode="decimal"
              autoComplete="off"
              value={amount}
              onChange={(event) => change(key, { amount: event.currentTarget.value })}
              error={faultOf(`${index}.amount`)}
              style={{ flex: 1, minWidth: 90 }}
            />
            <CloseButton
              mt={4}
              aria-label={currency === '' ? t`Remove this row` : t`Remove ${currency}`}
              onClick={() => onChange(rows.filter((row) => row.key !== key))}
            />
          </Group>
        ))}
        <Button
          variant="default"
          size="xs"
          style={{ alignSelf: 'start' }}
          disabled={rows.length >= 50}
          onClick={() => onChange([...rows, { key: crypto.randomUUID(), currency: '', amount: '' }])}
        >
          <Trans>Add a currency</Trans>
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
