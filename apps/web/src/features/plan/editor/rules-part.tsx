import { ActionIcon, Menu, Button, Stack, Text, UnstyledButton } from '@mantine/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { rewardEvents, type RewardRule } from '@cordee/core/plan';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconCopy, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { eventWords } from './choice-words.ts';
import classes from './editor.module.css';
import { FaultHere } from './fields.tsx';
import { copyOfRule, newRule } from './new-parts.ts';
import { Part } from './part.tsx';
import { usePlanEditing } from './plan-editing.tsx';
import { RuleFields } from './rule-fields.tsx';

/** What is paid: rule i is clause i. */
export function RulesPart() {
  const { t } = useLingui();
  const { document, write, readOnly, onRule, firstFault } = usePlanEditing();
  // By place, as the id of a rule is one of its fields.
  const [opened, setOpened] = useState<number | null>(document.rules.length === 1 ? 0 : null);
  const [asked, setAsked] = useState(0);
  if (firstFault !== null && firstFault.ask !== asked) {
    setAsked(firstFault.ask);
    const place = /^rules\[(\d+)\]/.exec(firstFault.path)?.[1];
    if (place !== undefined) setOpened(Number(place));
  }
  const { rules } = document;
  const put = (next: readonly RewardRule[], open: number | null) => {
    write(['rules'], next, true);
    setOpened(open);
    onRule(open === null ? null : (next[open]?.id ?? null));
  };
  return (
    <Part
      title={<Trans>What is paid</Trans>}
      note={<Trans>Each rule is a clause, in this order; commissions cite it by its number.</Trans>}
    >
      <FaultHere at="rules" />
      <Stack gap={8}>
        {rules.map((rule, index) => (
          <RuleCard
            key={index}
            index={index}
            rule={rule}
            opened={opened === index}
            onToggle={() => {
              const open = opened === index ? null : index;
              setOpened(open);
              onRule(open === null ? null : rule.id);
            }}
            put={put}
          />
        ))}
      </Stack>
      {!readOnly && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="default" size="xs" style={{ alignSelf: 'flex-start' }}>
              <Trans>Add a rule</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>
              <Trans>What earns</Trans>
            </Menu.Label>
            {rewardEvents.map((event) => (
              <Menu.Item key={event} onClick={() => put([...rules, newRule(document, event)], rules.length)}>
                {t(eventWords[event])}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Part>
  );
}

interface RuleCardProps {
  readonly index: number;
  readonly rule: RewardRule;
  readonly opened: boolean;
  readonly onToggle: () => void;
  readonly put: (rules: readonly RewardRule[], open: number | null) => void;
}

function RuleCard({ index, rule, opened, onToggle, put }: RuleCardProps) {
  const { t } = useLingui();
  const { faultsUnder } = usePlanEditing();
  const faults = faultsUnder(`rules[${index}]`);
  const number = index + 1;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes['rule']} aria-label={t`Clause ${number}`}>
      <div className={classes['head']}>
        <UnstyledButton className={classes['title'] ?? ''} aria-expanded={opened} onClick={onToggle}>
          <Chevron size={16} aria-hidden style={{ alignSelf: 'center' }} />
          <Text span fw={600}>
            {number}. {rule.id}
          </Text>
          <Text span c="dimmed">
            {t(eventWords[rule.on])}
          </Text>
          {faults > 0 && (
            <Text span c="var(--mantine-color-error)">
              <Plural value={faults} one="# mistake" other="# mistakes" />
            </Text>
          )}
        </UnstyledButton>
        <RuleButtons index={index} put={put} />
      </div>
      {opened && (
        <div className={classes['body']}>
          <RuleFields index={index} rule={rule} />
        </div>
      )}
    </section>
  );
}

function RuleButtons({ index, put }: Pick<RuleCardProps, 'index' | 'put'>) {
  const { t } = useLingui();
  const { document, readOnly } = usePlanEditing();
  const { rules } = document;
  const rule = rules[index];
  if (readOnly || rule === undefined) return null;
  const number = index + 1;
  const moved = (to: number) => put(rules.toSpliced(index, 1).toSpliced(to, 0, rule), to);
  const buttons = [
    { label: t`Move clause ${number} up`, icon: IconArrowUp, run: () => moved(index - 1), may: index > 0 },
    { label: t`Move clause ${number} down`, icon: IconArrowDown, run: () => moved(index + 1), may: number < rules.length },
    {
      label: t`Copy clause ${number}`,
      icon: IconCopy,
      run: () => put(rules.toSpliced(number, 0, copyOfRule(document, rule)), number),
      may: true,
    },
    {
      label: t`Remove clause ${number}`,
      icon: IconTrash,
      run: () => put(rules.toSpliced(index, 1), null),
      may: rules.length > 1,
    },
  ];
  return buttons.map(({ label, icon: Icon, run, may }) => (
    <ActionIcon key={label} variant="subtle" color="gray" disabled={!may} aria-label={label} title={label} onClick={run}>
      <Icon size={16} aria-hidden />
    </ActionIcon>
  ));
}
