import { useHotkeys, useWindowEvent } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMatches, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { chooseLanguage, loadCatalogue } from '../i18n/catalogues.ts';
import { currentLanguage } from '../i18n/language.ts';
import { useOfferedActions } from '../lib/actions.ts';
import { chosenMembership } from '../lib/membership-choice.ts';
import { personQuery } from '../lib/auth.ts';
import { correctMembership, membershipsQuery } from '../lib/membership.ts';
import type { Place } from '../lib/place.ts';
import { NotAllowed } from './not-allowed.tsx';

const Palette = lazy(async () => ({ default: (await import('../ui/palette.tsx')).Palette }));
const KeyHints = lazy(async () => ({ default: (await import('../ui/key-hints.tsx')).KeyHints }));
const WhyDrawer = lazy(async () => {
  const [module] = await Promise.all([import('../features/fact/why-drawer.tsx'), loadCatalogue('fact')]);
  return { default: module.WhyDrawer };
});

interface ShellFrameProps {
  readonly places: readonly Place[];
  readonly why: string | undefined;
  readonly palette: boolean;
  readonly onPalette: (opened: boolean) => void;
  readonly children: ReactNode;
}

/** What both shells have around a screen: the why of a fact, the palette, the hints, and a word to those who may not see it. */
export function ShellFrame({ places, why, palette, onPalette, children }: ShellFrameProps) {
  const navigate = useNavigate();
  const actions = useOfferedActions();
  const [hints, setHints] = useState(false);
  useMembershipCheck();
  useOwnLanguage();
  useWindowEvent('keydown', (event) => {
    // By the character, not by its keys: they differ from one keyboard to the next.
    if (event.key === '?' && !isTyping(event.target)) setHints(true);
  });
  useHotkeys([
    ['mod+K', () => onPalette(true)],
    ...actions.flatMap(({ keys, run }) => (keys === undefined ? [] : [[keys, run] as [string, () => void]])),
  ]);
  return (
    <>
      {useMayBeSeen() ? children : <NotAllowed />}
      <Suspense>
        {palette && <Palette places={places} actions={actions} onClose={() => onPalette(false)} />}
        {hints && <KeyHints actions={actions} onClose={() => setHints(false)} />}
        {why !== undefined && (
          <WhyDrawer
            factId={why}
            onClose={() =>
              void navigate({ to: '.', search: ((now: object) => ({ ...now, why: undefined })) as never, resetScroll: false })
            }
          />
        )}
      </Suspense>
    </>
  );
}

function useMayBeSeen(): boolean {
  const role = chosenMembership()?.role;
  return useMatches().every(
    ({ staticData }) => staticData.roles === undefined || (role !== undefined && staticData.roles.includes(role)),
  );
}

/** The remembered place is believed until the server has answered. */
function useMembershipCheck(): void {
  const { data } = useQuery(membershipsQuery);
  useEffect(() => {
    if (data !== undefined && correctMembership(data)) location.assign('/');
  }, [data]);
}

/** What the person chose elsewhere holds here too; the page is shown before it is known. */
function useOwnLanguage(): void {
  const client = useQueryClient();
  const language = useQuery(personQuery).data?.language ?? null;
  useEffect(() => {
    if (language === null || language === currentLanguage()) return;
    void chooseLanguage(language).then(() => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'person' }));
  }, [language, client]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}
