import { Alert, List, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../lib/use-language.ts';
import { ArticleChanges } from './article-changes.tsx';
import type { Version } from './charter.queries.ts';
import { annexWords, dutyWords, languageWords } from './charter-words.ts';

/** What is wrong with a version, what may be, and what differs in it from the one before. */
export function VersionNotices({ version }: { version: Version }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { faults, divergences, annexStanding, differences, duties, against, state } = version;
  const isOpen = state === 'own' || state === 'shared';
  const errors = isOpen ? faults.filter(({ grade }) => grade === 'error') : [];
  const warnings = isOpen ? faults.filter(({ grade }) => grade === 'warning') : [];
  return (
    <Stack gap="sm">
      {errors.length > 0 && <Faults tone="red" title={t`This keeps it from being approved`} faults={errors} />}
      {isOpen && annexStanding !== 'none' && annexStanding !== 'runs' && (
        <Alert color="yellow" variant="outline" role="note">
          {t(annexWords[annexStanding])}
        </Alert>
      )}
      {divergences.length > 0 && (
        <Alert color="yellow" variant="outline" role="note" title={t`One language was changed alone`}>
          <List size="sm">
            {divergences.map(({ key, title, changed, stayed }) => (
              <List.Item key={key}>
                {title[language]}: {t`${t(languageWords[changed])} was changed, ${t(languageWords[stayed])} was not.`}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {warnings.length > 0 && <Faults tone="gray" title={t`Worth a look`} faults={warnings} />}
      {against !== null && differences.length > 0 && (
        <section>
          <Title order={2} size="h4" mb="xs">
            <Trans>What differs from version {against}</Trans>
          </Title>
          <ArticleChanges changes={differences} />
          {duties.length > 0 && (
            <List size="sm" mt="xs">
              {duties.map(({ article, kind, key, change }) => (
                <List.Item key={`${article} ${kind} ${key}`}>
                  {titleOf(version, article, language)}: {t(dutyWords[change])}
                </List.Item>
              ))}
            </List>
          )}
        </section>
      )}
    </Stack>
  );
}

function Faults({ tone, title, faults }: { tone: 'red' | 'gray'; title: string; faults: Version['faults'] }) {
  return (
    <Alert color={tone} variant="outline" role="note" title={title}>
      <List size="sm">
        {faults.map(({ path, message, code }) => (
          <List.Item key={`${code} ${path}`}>
            {message} <small>({path})</small>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

function titleOf({ document, sections }: Version, article: string, language: 'fr' | 'en'): string {
  const clause = document.clauses.find(({ key }) => article === `clause:${key}`);
  const section = sections.find(({ id }) => id === article);
  return clause?.title[language] ?? section?.heading ?? article;
}
