import '@mantine/spotlight/styles.layer.css';
import { Spotlight, spotlight } from '@mantine/spotlight';
import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { useEffect } from 'react';
import type { Action } from '../lib/actions.ts';
import type { Place } from '../lib/place.ts';

interface PaletteProps {
  readonly places: readonly Place[];
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** Everything by its name: places first, then what can be done here. */
export function Palette({ places, actions, onClose }: PaletteProps) {
  const { t } = useLingui();
  useEffect(() => spotlight.open(), []);
  const groups = [
    { group: t`Go to`, actions: places.map(({ id, label, go }) => ({ id, label, onClick: go })) },
    {
      group: t`Do`,
      actions: actions.map(({ id, label, hint, run }) => ({
        id,
        label,
        onClick: run,
        ...(hint === undefined ? {} : { description: hint }),
      })),
    },
  ].filter((group) => group.actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      shortcut={null}
      attributes={{ content: { 'aria-label': t`Command palette` } }}
      nothingFound={t`Nothing by that name.`}
      highlightQuery
      scrollable
      maxHeight={420}
      onSpotlightClose={onClose}
      searchProps={{
        leftSection: <IconSearch size={16} aria-hidden />,
        placeholder: t`Where to, or what to do?`,
        'aria-label': t`Search`,
      }}
    />
  );
}
