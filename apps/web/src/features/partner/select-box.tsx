import { Checkbox } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import type { ListedPartner } from './partner.queries.ts';
import type { Selection } from './use-selection.ts';

/** Chooses a partner; with Shift, all from the one chosen last. */
export function SelectBox({ partner: { id, name }, selection }: { partner: ListedPartner; selection: Selection }) {
  const { t } = useLingui();
  return (
    <Checkbox
      size="xs"
      tabIndex={-1}
      aria-label={t`Select ${name}`}
      checked={selection.has(id)}
      onChange={({ nativeEvent }) => {
        const isExtended = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
        if (isExtended) selection.extendTo(id);
        else selection.toggle(id);
      }}
    />
  );
}
