import { Alert, Anchor, List, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../lib/use-language.ts';
import { ArticleChanges } from './article-changes.tsx';
import type { Opened } from './opened.ts';
import type { Charter, Version } from './charter.queries.ts';
import { annexWords, dutyWords, editorWords, languageWords, type EditedPart } from './charter-words.ts';
import { usePlaceOfFault } from './editors/place-of-fault.ts';
import { ObligationChanges } from './obligation-changes.tsx';
import { PlanChange } from './plan-change.tsx';

interface VersionNoticesProps {
  readonly charter: Charter;
  readonly version: Version;
  /** Given where the reader may change it: leads to what mends a fault. */
  readonly onOpen?: ((opened: Opened) => void) | undefined;
}

/** What is wrong with a version, what may be, and what differs in it from the one before: in words, in the plan, in what falls due. */
export function VersionNotices({ charter, version, onOpen }: VersionNoticesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { faults, divergences, annexStanding, state } = version;
  const isOpen = state === 'own' || state === 'shared';
  const errors = isOpen ? faults.filter(({ grade }) => grade === 'error') : [];
  const warnings = isOpen ? faults.filter(({ grade }) => grade === 'warning') : [];
  const common = { document: version.document, onOpen };
  return (
    <Stack gap="sm">
      {errors.length > 0 && <Faults tone="red" title={t`This keeps it from being approved`} faults={errors} {...common} />}
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
      {warnings.length > 0 && <Faults tone="gray" title={t`Worth a look`} faults={warnings} {...common} />}
      <Differences version={version} />
      <PlanChange charter={charter} version={version} />
      {version.obligations !== null && (
        <ObligationChanges changes={version.obligations} isFirst={version.against === null} state={state} />
      )}
    </Stack>
  );
}

function Differences({ version }: { version: Version }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { against, differences, duties, obligations } = version;
  if (against === null || differences.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>What differs from version {against}</Trans>
      </Title>
      <ArticleChanges changes={differences} />
      {obligations === null && duties.length > 0 && (
        <List size="sm" mt="xs">
          {duties.map(({ article, kind, key, change }) => (
            <List.Item key={`${article} ${kind} ${key}`}>
              {titleOf(version, article, language)}: {t(dutyWords[change])}
            </List.Item>
          ))}
        </List>
      )}
    </section>
  );
}

interface FaultsProps extends Pick<VersionNoticesProps, 'onOpen'> {
  readonly tone: 'red' | 'gray';
  readonly title: string;
  readonly faults: Version['faults'];
  readonly document: Version['document'];
}

function Faults({ tone, title, faults, document, onOpen }: FaultsProps) {
  const { t } = useLingui();
  const placeOf = usePlaceOfFault();
  return (
    <Alert color={tone} variant="outline" role="note" title={title}>
      <List size="sm">
        {faults.map(({ path, message, code }) => {
          const place = placeOf(path, document);
          const opened = openedFor(path, document);
          return (
            <List.Item key={`${code} ${path}`}>
              {onOpen === undefined || opened === null ? (
                place
              ) : (
                <Anchor component="button" type="button" size="sm" aria-label={t`Mend: ${place}`} onClick={() => onOpen(opened)}>
                  {place}
                </Anchor>
              )}
              : {message}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

const editorOfPart: Readonly<Record<string, EditedPart | 'frame' | 'plan'>> = {
  parties: 'frame',
  absences: 'roles',
  meetings: 'channels',
  mediation: 'escalation',
  annex: 'plan',
};

/** What mends a fault. */
function openedFor(path: string, { clauses }: Version['document']): Opened | null {
  const [part = '', index = ''] = path.split('.');
  if (part === 'clauses') {
    const clause = /^\d+$/.test(index) ? clauses[Number(index)] : undefined;
    return clause === undefined ? { is: 'library' } : { is: 'clause', clause, isNew: false };
  }
  const is = editorOfPart[part] ?? (part in editorWords ? (part as EditedPart) : null);
  return is === null ? null : { is };
}

function titleOf({ document, sections }: Version, article: string, language: 'fr' | 'en'): string {
  const clause = document.clauses.find(({ key }) => article === `clause:${key}`);
  const section = sections.find(({ id }) => id === article);
  return clause?.title[language] ?? section?.heading ?? article;
}
