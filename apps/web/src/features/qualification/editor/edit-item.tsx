import { Alert, Fieldset, MultiSelect, NumberInput, Select, Stack, Tabs } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { dimensions } from '@cordee/core/qualification';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { clauseWords, dimensionWords } from '../qualification-words.ts';
import type { Item } from '../qualification.queries.ts';
import { BothLanguages } from './both-languages.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { comparisonWords, formKindWords, problemWords } from './editor-words.ts';
import { FormFields } from './form-fields.tsx';
import { formKinds, mirrorsOf, suiting, withComparison, withKind } from './item-changes.ts';
import { Preview } from './preview.tsx';
import type { Problem } from './live-problems.ts';

interface EditItemProps {
  readonly item: Item;
  readonly items: readonly Item[];
  readonly problems: readonly Problem[];
  readonly mayWrite: boolean;
  readonly onChange: (item: Item) => void;
  readonly onClose: () => void;
}

/** One question beside the list: its words, how it is answered, how it is judged, and how it will look. */
export function EditItem(props: EditItemProps) {
  const { t } = useLingui();
  const { item, problems, mayWrite, onClose } = props;
  const language = useLanguage();
  const title = item.text[language].trim() === '' ? t`A new question` : item.text[language];
  return (
    <SideDrawer title={title} size="xl" onClose={onClose}>
      <Stack gap="md">
        <Faults problems={problems} />
        <Tabs defaultValue="words" keepMounted={false}>
          <Tabs.List>
            <Tabs.Tab value="words">
              <Trans>Question</Trans>
            </Tabs.Tab>
            <Tabs.Tab value="judged">
              <Trans>How it is judged</Trans>
            </Tabs.Tab>
            <Tabs.Tab value="preview">
              <Trans>Preview</Trans>
            </Tabs.Tab>
          </Tabs.List>
          <Panel value="words">
            <Fieldset disabled={!mayWrite} variant="unstyled">
              <Stack gap="md">
                <WordsPart {...props} />
              </Stack>
            </Fieldset>
          </Panel>
          <Panel value="judged">
            <Fieldset disabled={!mayWrite} variant="unstyled">
              <Stack gap="md">
                <JudgedPart {...props} />
              </Stack>
            </Fieldset>
          </Panel>
          <Panel value="preview">
            <Preview item={item} />
          </Panel>
        </Tabs>
      </Stack>
    </SideDrawer>
  );
}

function Panel({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Tabs.Panel value={value} pt="md">
      <Stack gap="md">{children}</Stack>
    </Tabs.Panel>
  );
}

function Faults({ problems }: { problems: readonly Problem[] }) {
  const { t } = useLingui();
  if (problems.length === 0) return null;
  const told = [...new Set(problems.map(({ rule }) => t(problemWords[rule])))];
  return (
    <Alert color="red" variant="outline">
      {told.join(' ')}
    </Alert>
  );
}

function WordsPart({ item, onChange }: EditItemProps) {
  const { t } = useLingui();
  const help = item.help ?? { en: '', fr: '' };
  const changeHelp = (words: { en: string; fr: string }) => {
    const { help: _, ...rest } = item;
    onChange(words.en === '' && words.fr === '' ? rest : { ...rest, help: words });
  };
  return (
    <>
      <BothLanguages label={t`Question`} value={item.text} onChange={(text) => onChange({ ...item, text })} />
      <BothLanguages label={t`Help`} maxLength={400} value={help} onChange={changeHelp} />
      <Select
        label={t`What it is about`}
        allowDeselect={false}
        data={dimensions.map((value) => ({ value, label: t(dimensionWords[value]) }))}
        value={item.dimension}
        onChange={(dimension) => dimension !== null && onChange({ ...item, dimension })}
      />
      <Select
        label={t`Answered by`}
        allowDeselect={false}
        data={formKinds.map((value) => ({ value, label: t(formKindWords[value]) }))}
        value={item.form.kind}
        onChange={(kind) => kind !== null && onChange(withKind(item, kind))}
      />
      <FormFields form={item.form} onChange={(form) => onChange({ ...item, form })} />
    </>
  );
}

function JudgedPart({ item, items, onChange }: EditItemProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const name = (one: Item) => ({ value: one.key, label: one.text[language] });
  return (
    <>
      <Select
        label={t`How two answers are judged`}
        allowDeselect={false}
        data={suiting[item.form.kind].map((value) => ({ value, label: t(comparisonWords[value]) }))}
        value={item.compare}
        onChange={(compare) => compare !== null && onChange(withComparison(item, compare))}
      />
      {item.compare === 'cover' && (
        <Select
          label={t`Where the other side says what it offers`}
          description={t`A question of the same form that is only shown side by side.`}
          data={mirrorsOf(items, item).map(name)}
          value={item.mirror ?? null}
          onChange={(mirror) => mirror !== null && onChange({ ...item, mirror })}
        />
      )}
      {item.compare !== 'none' && (
        <NumberInput
          label={t`Weight`}
          description={t`From 0 to 10; with 0 it is talked about and not scored.`}
          min={0}
          max={10}
          allowDecimal={false}
          maw={260}
          value={item.weight}
          onChange={(weight) => typeof weight === 'number' && onChange({ ...item, weight })}
        />
      )}
      <ConditionFields item={item} items={items} onChange={onChange} />
      <MultiSelect
        label={t`Clauses a difference leads to`}
        clearable
        data={Object.entries(clauseWords).map(([value, label]) => ({ value, label: t(label) }))}
        value={item.clauses}
        onChange={(clauses) => onChange({ ...item, clauses: clauses as Item['clauses'] })}
      />
    </>
  );
}
