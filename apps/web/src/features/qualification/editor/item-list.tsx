import { Button, Group, Menu, Paper, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { dimensions } from '@cordee/core/qualification';
import { useState } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import { Status } from '../../../ui/status.tsx';
import { toast } from '../../../ui/toast.ts';
import { dimensionWords } from '../qualification-words.ts';
import type { Item } from '../qualification.queries.ts';
import { EditItem } from './edit-item.tsx';
import { formKindWords, problemWords } from './editor-words.ts';
import { Steps } from './form-fields.tsx';
import { moved, newItem, placeOf } from './item-changes.ts';
import type { liveProblems, Problem } from './live-problems.ts';

interface ItemListProps {
  readonly items: readonly Item[];
  readonly problems: ReturnType<typeof liveProblems>;
  readonly mayWrite: boolean;
  /** Changes the items as they are then: an undo may come later than other changes. */
  readonly onChange: (change: (items: Item[]) => Item[]) => void;
}

/** The questions in their order: opened one at a time, moved, left out with a way back, added. */
export function ItemList({ items, problems, mayWrite, onChange }: ItemListProps) {
  const { t } = useLingui();
  const [open, setOpen] = useState<string | null>(null);
  const place = items.findIndex(({ key }) => key === open);
  const shown = items[place];
  const add = (dimension: Item['dimension']) => {
    const item = newItem(items, dimension);
    onChange((before) => before.toSpliced(placeOf(before, dimension), 0, item));
    setOpen(item.key);
  };
  const leaveOut = (item: Item, at: number) => {
    onChange((before) => before.filter(({ key }) => key !== item.key));
    toast(t`Left out.`, () => onChange((before) => before.toSpliced(at, 0, item)));
  };
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={3}>
          <Trans>Questions</Trans>
        </Title>
        {mayWrite && <AddItem onAdd={add} isFull={items.length >= 200} />}
      </Group>
      {items.map((item, at) => (
        <ItemRow
          key={item.key}
          item={item}
          number={at + 1}
          count={items.length}
          problems={problems.get(at) ?? []}
          mayWrite={mayWrite}
          onOpen={() => setOpen(item.key)}
          onMove={(by) => onChange((before) => moved(before, at, by))}
          onRemove={() => leaveOut(item, at)}
        />
      ))}
      {shown !== undefined && (
        <EditItem
          item={shown}
          items={items}
          problems={problems.get(place) ?? []}
          mayWrite={mayWrite}
          onChange={(item) => onChange((before) => before.map((one) => (one.key === item.key ? item : one)))}
          onClose={() => setOpen(null)}
        />
      )}
    </Stack>
  );
}

function AddItem({ onAdd, isFull }: { onAdd: (dimension: Item['dimension']) => void; isFull: boolean }) {
  const { t } = useLingui();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" disabled={isFull}>
          <Trans>Add a question</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Trans context="qualification">About</Trans>
        </Menu.Label>
        {dimensions.map((dimension) => (
          <Menu.Item key={dimension} onClick={() => onAdd(dimension)}>
            {t(dimensionWords[dimension])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

interface ItemRowProps {
  readonly item: Item;
  readonly number: number;
  readonly count: number;
  readonly problems: readonly Problem[];
  readonly mayWrite: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function ItemRow({ item, number, count, problems, mayWrite, onOpen, onMove, onRemove }: ItemRowProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { dimension, form, compare, weight, when, text } = item;
  const told = [t(dimensionWords[dimension]), t(formKindWords[form.kind])];
  if (compare !== 'none') told.push(t`weight ${weight}`);
  if (when !== undefined) told.push(t`asked of some only`);
  return (
    <Paper withBorder px="md" py="xs">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <UnstyledButton onClick={onOpen} style={{ flex: 1, minWidth: 0 }}>
          <Text td="underline" style={{ overflowWrap: 'anywhere' }}>
            {number}. {text[language].trim() === '' ? t`A new question` : text[language]}
          </Text>
          <Text size="sm" c="dimmed">
            {told.join(' · ')}
          </Text>
          {problems.length > 0 && (
            <Status tone="bad">{[...new Set(problems.map(({ rule }) => t(problemWords[rule])))].join(' ')}</Status>
          )}
        </UnstyledButton>
        {mayWrite && (
          <Steps
            name={t`question ${number}`}
            isFirst={number === 1}
            isLast={number === count}
            onMove={onMove}
            onRemove={onRemove}
          />
        )}
      </Group>
    </Paper>
  );
}
