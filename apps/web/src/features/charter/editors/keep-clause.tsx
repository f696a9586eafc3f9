import { Alert, Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { clauseText, faultsOf, presetCharter, type CharterDocument } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../lib/api/call.ts';
import { Problem } from '../../../lib/api/problem.ts';
import { refresh } from '../../../lib/api/queries.ts';
import { useLanguage } from '../../../lib/use-language.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { toast } from '../../../ui/toast.ts';
import type { Charter, Clause, KeptClause } from '../charter.queries.ts';
import { kindWords, languageWords } from '../charter-words.ts';
import classes from '../charter.module.css';
import type { FieldFaults } from '../use-change.ts';
import { blankClause } from './blank-clause.ts';
import { ClauseFields, withoutUnused } from './clause-fields.tsx';
import { FieldFaultsContext } from './field-faults.ts';
import { DocumentContext } from './fields.tsx';

interface KeepClauseProps {
  /** Null: a new one. */
  readonly kept: KeptClause | null;
  readonly onClose: () => void;
}

/** A clause of the company's own for all its charters: written in both languages, with its values and what falls due by it. */
export function KeepClause({ kept, onClose }: KeepClauseProps) {
  const { t } = useLingui();
  const prevailing: 'fr' | 'en' = useLanguage();
  const [clause, setClause] = useState<Clause>(() => kept?.clause ?? blankClause());
  const [fits, setFits] = useState<Charter['kind'][]>(kept?.fits ?? []);
  const { keep, busy, error, faults } = useKeep(onClose);
  const example = '{days}';
  return (
    <SideDrawer title={kept === null ? t`A clause of your own` : kept.clause.title[prevailing]} size="xl" onClose={onClose}>
      <DocumentContext value={{ people: [], prevailing }}>
        <FieldFaultsContext value={faults}>
          <Stack>
            <Text size="sm" c="dimmed">
              <Trans>
                Write it in both languages. A word in braces, as {example}, stands for a value both texts share. What falls due by
                it is said below, so that it is followed. Have counsel review it: this is not legal advice.
              </Trans>
            </Text>
            <ClauseFields clause={clause} onChange={setClause} />
            <MultiSelect
              label={t`Offered first to`}
              description={t`Left empty: it is offered after the clauses of each kind.`}
              value={fits}
              onChange={(values) => setFits(values as Charter['kind'][])}
              data={Object.entries(kindWords).map(([value, word]) => ({ value, label: t(word) }))}
            />
            <Reading clause={clause} />
            {error !== null && <ProblemNotice error={error} />}
            <Group>
              <Button loading={busy} onClick={() => void keep(withoutUnused(clause), fits)}>
                {kept === null ? t`Keep it` : t`Keep as a new version`}
              </Button>
            </Group>
          </Stack>
        </FieldFaultsContext>
      </DocumentContext>
    </SideDrawer>
  );
}

/** How it reads in a charter, its values in place. */
function Reading({ clause }: { clause: Clause }) {
  const { t } = useLingui();
  if (clause.text.fr === '' && clause.text.en === '') return null;
  return (
    <Alert color="gray" variant="outline" role="note" title={t`Preview`}>
      <div className={classes['pair']}>
        {(['fr', 'en'] as const).map((language) => (
          <div key={language} lang={language}>
            <Text size="xs" c="dimmed">
              {t(languageWords[language])}
            </Text>
            <Text size="sm" fw={600}>
              {clause.title[language]}
            </Text>
            <Text size="sm" className={classes['text'] ?? ''}>
              {clauseText(clause, language)}
            </Text>
          </div>
        ))}
      </div>
    </Alert>
  );
}

function useKeep(done: () => void) {
  const { t } = useLingui();
  const client = useQueryClient();
  const language: 'fr' | 'en' = useLanguage();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [faults, setFaults] = useState<FieldFaults>({});
  const keep = async (clause: Clause, fits: Charter['kind'][]) => {
    const wrong = faultsIn(clause, language);
    setFaults(wrong);
    setError(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      await call('keepCharterClause', { params: { key: clause.key }, body: { clause, fits } });
      await refresh(client, 'listCharterClauses');
      toast(t`Kept. It is offered from now on.`);
      done();
    } catch (refusal) {
      const told = refusal instanceof Problem ? refusal.fields.filter(({ path }) => path.startsWith('clause.')) : [];
      setFaults(Object.fromEntries(told.toReversed().map(({ path, message }) => [path, message])));
      if (told.length === 0) setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { keep, busy, error, faults };
}

/** What keeps a clause from being approved in any charter, by field. */
function faultsIn(clause: Clause, language: 'fr' | 'en'): FieldFaults {
  const party = { name: '–', details: '' };
  const base = presetCharter({ kind: 'client', prevailing: language, company: party, partner: party, people: [] });
  const document = { ...base, clauses: [clause] } as CharterDocument;
  const found = faultsOf(document).filter(({ grade, path }) => grade === 'error' && path.startsWith('clauses.0.'));
  return Object.fromEntries(
    found.toReversed().map(({ path, message }) => [path.replace('clauses.0.', 'clause.'), message[language]]),
  );
}
