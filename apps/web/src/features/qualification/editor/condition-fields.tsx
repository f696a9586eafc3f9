import { MultiSelect, Select } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../../lib/use-language.ts';
import type { Item } from '../qualification.queries.ts';
import { conditionsBefore } from './item-changes.ts';

interface ConditionFieldsProps {
  readonly item: Item;
  readonly items: readonly Item[];
  readonly onChange: (item: Item) => void;
}

/** Of whom it is asked: of everybody, or of a side that answered an earlier question so. */
export function ConditionFields({ item, items, onChange }: ConditionFieldsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const earlier = conditionsBefore(
    items,
    items.findIndex(({ key }) => key === item.key),
  );
  const asked = items.find(({ key }) => key === item.when?.item);
  const choose = (key: string | null) => {
    const { when: _, ...rest } = item;
    const first = earlier.find((one) => one.key === key);
    onChange(key === null || first === undefined ? rest : { ...rest, when: { item: key, is: firstAnswer(first) } });
  };
  return (
    <>
      <Select
        label={t`Asked only after`}
        description={t`An earlier question; without one it is asked of both.`}
        placeholder={t`Always asked`}
        clearable
        searchable
        data={earlier.map(({ key, text }) => ({ value: key, label: text[language] }))}
        value={item.when?.item ?? null}
        onChange={choose}
      />
      {item.when !== undefined && asked !== undefined && (
        <MultiSelect
          label={t`When the answer is one of`}
          data={answersOf(asked, language, { yes: t`Yes`, no: t`No` })}
          value={item.when.is}
          onChange={(is) => is.length > 0 && onChange({ ...item, when: { item: asked.key, is } })}
        />
      )}
    </>
  );
}

/** Answers as conditions name them. */
function answersOf({ form }: Item, language: 'en' | 'fr', { yes, no }: { readonly yes: string; readonly no: string }) {
  if (form.kind === 'single' || form.kind === 'multiple') {
    return form.options.map(({ key, text }) => ({ value: key, label: text[language] === '' ? key : text[language] }));
  }
  if (form.kind === 'yes_no') {
    return [
      { value: 'true', label: yes },
      { value: 'false', label: no },
    ];
  }
  return form.kind === 'scale' ? ['1', '2', '3', '4', '5'] : [];
}

function firstAnswer({ form }: Item): string[] {
  if (form.kind === 'single' || form.kind === 'multiple') return form.options.slice(0, 1).map(({ key }) => key);
  return form.kind === 'yes_no' ? ['true'] : ['5'];
}
