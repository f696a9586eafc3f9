import { Anchor, List, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { HistoryItem } from '../../ui/history-item.tsx';
import { FileList } from '../../ui/lazy-files.tsx';
import type { ClaimDetail } from './claim.queries.ts';
import { entryWords, sideWords } from './claim-words.ts';

/** Everything that was written and done, in order; nothing of it ever changes. */
export function ClaimHistory({ entries }: Pick<ClaimDetail, 'entries'>) {
  return (
    <section>
      <Title order={2} size="h4" mb="xs">
        <Trans>History</Trans>
      </Title>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} />
        ))}
      </Stack>
    </section>
  );
}

function Entry({ entry: { kind, side, at, author, text, links, files } }: { entry: ClaimDetail['entries'][number] }) {
  const { t } = useLingui();
  const who = author ?? t(sideWords[side]);
  const written = kind === 'accepted_automatically' ? null : text;
  return (
    <HistoryItem
      what={t(entryWords[kind])}
      more={[side === 'clock' ? null : who]}
      at={at}
      isPartner={side === 'partner'}
      text={written}
    >
      {links.length > 0 && (
        <List size="sm" listStyleType="disc">
          {links.map((link) => (
            <List.Item key={link}>
              <Anchor href={link} target="_blank" rel="noreferrer nofollow" style={{ overflowWrap: 'anywhere' }}>
                {link}
              </Anchor>
            </List.Item>
          ))}
        </List>
      )}
      <FileList files={files} />
    </HistoryItem>
  );
}
