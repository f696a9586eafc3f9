import { Select, Stack, Text, Title } from '@mantine/core';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { dutyWords } from '@cordee/core/obligation';
import { useLanguage } from '../../../lib/use-language.ts';
import type { Clause } from '../charter.queries.ts';
import { BothField, CountField, TextField } from './fields.tsx';
import { newKey, RowList } from './row-list.tsx';
import { blankTerms, ownKinds, repeatOf, repeats, type Terms } from './own-terms.ts';
import { dutyKindWords, ownerWords, proofWords, readingWords, repeatWords } from './terms-words.ts';

interface TermsEditorProps {
  readonly terms: Clause['terms'];
  readonly onChange: (terms: Clause['terms']) => void;
}

/** What falls due by a clause of one's own, in data: it stands among the obligations once the charter is signed. */
export function TermsEditor({ terms, onChange }: TermsEditorProps) {
  const { t } = useLingui();
  const language = useLanguage();
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        <Trans>What falls due by it</Trans>
      </Title>
      <RowList
        rows={terms}
        onChange={onChange}
        keyOf={({ kind, key }) => `${kind} ${key}`}
        titleOf={(one) => one.title?.[language] || dutyWords[one.kind][language]}
        blank={() => blankTerms('document', newKey('due'))}
        add={t`Add what falls due`}
        empty={t`Nothing: the clause is a rule without a day.`}
        most={20}
      >
        {(one, change, index) => (
          <TermsFields
            terms={one}
            path={`clause.terms.${index}`}
            change={change}
            replace={(next) => onChange(terms.with(index, next))}
          />
        )}
      </RowList>
    </Stack>
  );
}

interface TermsFieldsProps {
  readonly terms: Terms;
  readonly path: string;
  readonly change: (part: Partial<Terms>) => void;
  readonly replace: (terms: Terms) => void;
}

function TermsFields({ terms, path, change, replace }: TermsFieldsProps) {
  const { t } = useLingui();
  if (!isOwn(terms)) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>It came with the clause and is kept as it is.</Trans>
      </Text>
    );
  }
  return (
    <>
      <Choice
        label={t`What it is`}
        words={dutyKindWords}
        value={terms.kind}
        onChange={(kind) => replace(blankTerms(kind, terms.key))}
      />
      {'title' in terms && terms.title !== undefined && (
        <BothField label={t`In words`} path={`${path}.title`} value={terms.title} onChange={(title) => change({ title })} />
      )}
      <Owner terms={terms} path={path} change={change} />
      <When terms={terms} path={path} change={change} />
    </>
  );
}

type OwnTerms = Exclude<Terms, { kind: 'duration' | 'notice' | 'run_off' | 'exit' | 'escalation' | 'mediation' }>;

function isOwn(terms: Terms): terms is OwnTerms {
  return (ownKinds as readonly string[]).includes(terms.kind);
}

interface PartProps {
  readonly terms: OwnTerms;
  readonly path: string;
  readonly change: (part: Partial<Terms>) => void;
}

function Owner({ terms, change }: PartProps) {
  const { t } = useLingui();
  const one = { company: ownerWords.company, partner: ownerWords.partner };
  const isOneSides = terms.kind === 'document' || terms.kind === 'payment' || terms.kind === 'training';
  return <Choice label={t`Owed by`} words={isOneSides ? one : ownerWords} value={terms.by} onChange={(by) => change({ by })} />;
}

/** From when, how often, within how long: as the kind asks. */
function When({ terms, path, change }: PartProps) {
  const { t } = useLingui();
  return (
    <>
      {terms.kind === 'other' && (
        <TextField
          type="date"
          label={t`Due on`}
          path={`${path}.dueOn`}
          value={terms.dueOn}
          onChange={(dueOn) => change({ dueOn })}
        />
      )}
      {terms.kind === 'training' && (
        <CountField
          label={t`Within days of the first day`}
          path={`${path}.within.count`}
          max={3650}
          value={terms.within.count}
          onChange={(count) => change({ within: { count, unit: 'day' } })}
        />
      )}
      {terms.kind === 'payment' && (
        <>
          <CountField
            label={t`Days to pay`}
            path={`${path}.days`}
            max={365}
            value={terms.days}
            onChange={(days) => change({ days })}
          />
          <Choice
            label={t`How the days are counted`}
            words={readingWords}
            value={terms.reading}
            onChange={(reading) => change({ reading })}
          />
        </>
      )}
      {'months' in terms && (
        <CountField
          label={t`Months after the end`}
          path={`${path}.months`}
          max={1200}
          value={terms.months}
          onChange={(months) => change({ months })}
        />
      )}
      {'cadence' in terms && <Repeat terms={terms} change={change} />}
      {terms.kind === 'other' && (
        <Choice label={t`Proof`} words={proofWords} value={terms.proof} onChange={(proof) => change({ proof })} />
      )}
    </>
  );
}

function Repeat({ terms, change }: { terms: Extract<OwnTerms, { cadence: unknown }>; change: PartProps['change'] }) {
  const { t } = useLingui();
  const must = terms.kind === 'meeting' || terms.kind === 'review';
  const choices = must ? repeats.filter((one) => one !== 'once') : repeats;
  const value = repeatOf(terms.cadence);
  return (
    <Select
      label={t`Again`}
      allowDeselect={false}
      value={value}
      onChange={(next) => {
        const pace = choices.find((one) => one === next);
        if (pace === 'once') change({ cadence: null });
        else if (pace !== undefined) change({ cadence: { every: 1, pace } });
      }}
      data={[
        ...choices.map((one) => ({ value: one as string, label: t(repeatWords[one]) })),
        ...(value === 'other' ? [{ value: 'other', label: t`As it was agreed on` }] : []),
      ]}
    />
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly words: Readonly<Partial<Record<Value, MessageDescriptor>>>;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({ label, words, value, onChange }: ChoiceProps<Value>) {
  const { t } = useLingui();
  const choices = Object.entries(words) as [Value, MessageDescriptor][];
  return (
    <Select
      label={label}
      allowDeselect={false}
      value={value}
      onChange={(next) => {
        const chosen = choices.find(([one]) => one === next);
        if (chosen !== undefined) onChange(chosen[0]);
      }}
      data={choices.map(([one, word]) => ({ value: one, label: t(word) }))}
    />
  );
}
