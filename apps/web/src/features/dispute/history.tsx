import { Anchor, List, Stack, Title } from '@mantine/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { HistoryItem } from '../../ui/history-item.tsx';
import { FileList } from '../../ui/lazy-files.tsx';
import type { DisputeDetail, Side } from './dispute.queries.ts';
import { entryWords, reasonWords, sideWords } from './dispute-words.ts';

/** All that happened, the last first; what a mail or a reading proves stands among it. */
export function History({ of, side: reader }: { of: DisputeDetail; side: Side }) {
  const { t } = useLingui();
  return (
    <section>
      <Title order={2} mb="xs">
        <Trans>History</Trans>
      </Title>
      <Stack component="ol" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {of.entries.toReversed().map(({ number, at, kind, side, author, text, data, links, files }) => (
          <HistoryItem
            key={number}
            what={t(entryWords[kind])}
            more={[
              author ?? (side === 'clock' ? null : t(sideWords[side])),
              reasonOf(data['reason'], t),
              data['name'] ?? null,
              reader === 'company' || data['to'] === 'partner' ? (data['recipient'] ?? null) : null,
            ]}
            at={at}
            isPartner={side === 'partner'}
            text={kind === 'opened' ? null : text}
          >
            {links.length > 0 && (
              <List size="sm">
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
        ))}
      </Stack>
    </section>
  );
}

function reasonOf(reason: string | undefined, t: (word: (typeof reasonWords)['absence']) => string): string | null {
  const known = Object.entries(reasonWords).find(([key]) => key === reason);
  return known === undefined ? null : t(known[1]);
}
