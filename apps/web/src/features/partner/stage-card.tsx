import { ActionIcon, Group, Menu, Stack, Text } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconArrowsMove } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { Earned } from './earned.tsx';
import { kindWords } from './kind-words.ts';
import { stages } from './partner-filters.ts';
import type { ListedPartner, Stage } from './partner.queries.ts';
import { stageWords } from './stage-words.ts';
import { PartnerLink, Tags } from './use-partner-columns.tsx';
import classes from './stage-board.module.css';

interface StageCardProps {
  readonly partner: ListedPartner;
  readonly takesFocus: boolean;
  /** Null for those who may only look. */
  readonly onMove: ((to: Stage) => Promise<void>) | null;
}

/** A partner on the board; its menu moves it. */
export function StageCard({ partner, takesFocus, onMove }: StageCardProps) {
  const { t } = useLingui();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.querySelector('a')?.focus();
  }, [takesFocus]);
  return (
    <li ref={card} className={classes['card']}>
      <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
        <PartnerLink partner={partner} />
        {onMove !== null && <MoveMenu partner={partner} onMove={onMove} />}
      </Group>
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {t(kindWords[partner.kind])}
        </Text>
        {partner.tags.length > 0 && <Tags tags={partner.tags} />}
        <Earned balances={partner.balances} />
      </Stack>
    </li>
  );
}

function MoveMenu({ partner: { name, stage }, onMove }: { partner: ListedPartner; onMove: (to: Stage) => Promise<void> }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState(false);
  const move = async (to: Stage) => {
    setBusy(true);
    await onMove(to);
    setBusy(false);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="sm" loading={busy} aria-label={t`Move ${name}`}>
          <IconArrowsMove size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {stages
          .filter((to) => to !== stage)
          .map((to) => (
            <Menu.Item key={to} onClick={() => void move(to)}>
              {t(stageWords[to])}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
