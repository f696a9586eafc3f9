import { Alert, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { applyChange, faultsOf, isSamePart, placeOf, type CharterChange, type CharterDocument } from '@cordee/core/charter';
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react';
import { useLanguage } from '../../../lib/use-language.ts';
import { ProblemNotice } from '../../../ui/problem-notice.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { versionQuery, type Version } from '../charter.queries.ts';
import { useChange, type Change } from '../use-change.ts';
import { ChangePreview } from './change-preview.tsx';
import { FieldFaultsContext } from './field-faults.ts';
import { DocumentContext } from './fields.tsx';
import { usePlaceOfFault } from './place-of-fault.ts';

/** What every editor of a part is given. */
export interface EditorProps {
  readonly charterId: string;
  readonly version: Version;
  /** The version that holds today. */
  readonly inForce: number | null;
  readonly onClose: () => void;
}

interface PartDrawerProps extends EditorProps {
  readonly title: string;
  /** What this part is for, and what makes it good. */
  readonly help: ReactNode;
  /** What the parts would be; those that stay as they are, are not sent. */
  readonly changes: readonly Change[];
  /** Which articles the preview shows whole. */
  readonly articles: readonly string[];
  readonly children: ReactNode;
  /** What takes away the thing that is edited. */
  readonly removal?: Change | undefined;
}

/**
 * The frame of an editor: its fields, what is wrong with them, how it would read and differ, and for a shared draft a word to the other
 * side. What cannot be approved yet can be kept all the same: whoever does is told first.
 */
export function PartDrawer({ title, help, changes, articles, children, removal, ...editor }: PartDrawerProps) {
  const { t } = useLingui();
  const { charterId, version, inForce, onClose } = editor;
  const document = version.document as CharterDocument;
  const [text, setText] = useState('');
  const [looked, setLooked] = useState(false);
  const { change, busy, error, faults } = useChange(charterId, version, onClose);
  const isProposal = version.state === 'shared';
  const wanted = changes.filter((one) => !isSamePart(placeOf(document, one as CharterChange), afterOf(one)) || moves(one));
  const next = wanted.reduce((made, one) => applyChange(made, one as CharterChange), document);
  const open = useOpenFaults(document, next, wanted);
  const shown = looked ? { ...open.byPath, ...faults } : faults;
  const frame = useFirstFault(shown);
  const isWarned = looked && open.list.length > 0;
  const send = () => {
    if (open.list.length > 0 && !looked) return setLooked(true);
    setLooked(true);
    void change(wanted, text);
  };
  const verb = isProposal ? t`Propose` : t`Save`;
  return (
    <SideDrawer title={title} onClose={onClose} size="xl">
      <DocumentContext value={{ ...version.document, ...(next as Version['document']) }}>
        <FieldFaultsContext value={shown}>
          <Stack ref={frame}>
            <Text size="sm" c="dimmed">
              {help}
            </Text>
            {children}
            <Preview charterId={charterId} version={version} inForce={inForce} next={next} articles={articles} />
            {isProposal && (
              <Textarea
                label={t`For the other side`}
                description={t`Why you propose it; may stay empty.`}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            )}
            {isProposal && wanted.length > 1 && (
              <Text size="sm" c="dimmed">
                <Trans>Each change becomes a proposal of its own.</Trans>
              </Text>
            )}
            {isWarned && <OpenFaults list={open.list} />}
            {error !== null && <ProblemNotice error={error} />}
            <Group justify="space-between">
              <Button loading={busy} disabled={wanted.length === 0} onClick={send}>
                {isWarned ? (isProposal ? t`Propose all the same` : t`Save all the same`) : verb}
              </Button>
              {removal !== undefined && (
                <Button variant="default" disabled={busy} onClick={() => void change([removal], text)}>
                  {isProposal ? t`Propose to remove it` : t`Remove it`}
                </Button>
              )}
            </Group>
          </Stack>
        </FieldFaultsContext>
      </DocumentContext>
    </SideDrawer>
  );
}

function afterOf(change: Change): unknown {
  return change.after;
}

/** Where a clause stands is a change too. */
function moves(change: Change): boolean {
  return change.part === 'clause' && change.after !== null && change.at !== undefined;
}

interface PreviewProps extends Omit<EditorProps, 'onClose'> {
  readonly next: CharterDocument;
  readonly articles: readonly string[];
}

function Preview({ charterId, version, inForce, next, articles }: PreviewProps) {
  const isOther = inForce !== null && inForce !== version.number;
  const { data } = useQuery({ ...versionQuery(charterId, inForce ?? 1), enabled: isOther });
  const later = useDeferredValue(next);
  const base = isOther && data !== undefined ? { number: data.number, document: data.document as CharterDocument } : null;
  return <ChangePreview before={version.document} next={later} inForce={base} articles={articles} />;
}

interface OpenFault {
  readonly path: string;
  readonly place: string;
  readonly message: string;
}

/** What keeps the result from being approved: in what is edited here, and whatever it would break elsewhere. */
function useOpenFaults(before: CharterDocument, next: CharterDocument, changes: readonly Change[]) {
  const language = useLanguage();
  const placeName = usePlaceOfFault();
  const parts = new Set<string>(changes.map(({ part }) => part).filter((part) => part !== 'clause'));
  const keys = new Set(changes.flatMap((change) => (change.part === 'clause' ? [change.key] : [])));
  const former = new Set(faultsOf(before).map(({ code, path }) => `${code} ${path}`));
  const list: OpenFault[] = [];
  const byPath: Record<string, string> = {};
  for (const { code, grade, path, message } of faultsOf(next)) {
    const [part = '', index = ''] = path.split('.');
    const isHere = parts.has(part) || (part === 'clauses' && keys.has(next.clauses[Number(index)]?.key ?? ''));
    if (grade === 'warning' || (!isHere && former.has(`${code} ${path}`))) continue;
    list.push({ path, place: placeName(path, next), message: message[language] });
    byPath[isHere ? path.replace(/^clauses\.\d+\./, 'clause.') : path] ??= message[language];
  }
  return { list, byPath };
}

function OpenFaults({ list }: { list: readonly OpenFault[] }) {
  const { t } = useLingui();
  return (
    <Alert color="yellow" variant="outline" title={t`It can be kept like this, but not approved yet`}>
      <List size="sm">
        {list.map(({ path, place, message }) => (
          <List.Item key={`${path} ${message}`}>
            {place}: {message}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** Goes to the first field that is wrong, when there is one that was not. */
function useFirstFault(faults: Readonly<Record<string, string>>) {
  const frame = useRef<HTMLDivElement>(null);
  const isWrong = Object.keys(faults).length > 0;
  useEffect(() => {
    if (isWrong) frame.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [isWrong]);
  return frame;
}
