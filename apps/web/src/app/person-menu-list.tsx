import { Menu, Text, useMantineColorScheme } from '@mantine/core';
import { useLingui } from '@lingui/react/macro';
import { IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import type { Language } from '@cordee/contract/language';
import { personQuery, signOut } from '../lib/auth.ts';
import { embed } from '../lib/embed.ts';
import { useChooseLanguage } from '../lib/choose-language.ts';
import { chosenMembership, chooseMembership } from '../lib/membership-choice.ts';
import { useLanguage } from '../lib/use-language.ts';
import type { ReactElement } from 'react';
import { problemToast } from '../ui/toast.ts';

const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['en', 'English'],
  ['fr', 'Français'],
];

/** Who is signed in, in which language and light they read, and the way out. Comes when it is first opened. */
export function PersonMenuList({ target }: { target: ReactElement }) {
  const { t } = useLingui();
  const { data: person } = useQuery(personQuery);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const language = useLanguage();
  const chooseAndKeep = useChooseLanguage();
  const choose = (wanted: Language) => chooseAndKeep(wanted).catch(problemToast);
  const leave = useSignOut();
  const schemes = [
    ['auto', t`As the system`],
    ['light', t`Light`],
    ['dark', t`Dark`],
  ] as const;
  return (
    <Menu position="bottom-end" width={220} defaultOpened>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {person !== null && person !== undefined && (
          <Menu.Label>
            <Text size="sm" fw={600} c="var(--mantine-color-text)">
              {person.name}
            </Text>
            {person.email}
          </Menu.Label>
        )}
        {chosenMembership()?.role === 'partner' && embed() === null && (
          <>
            <Menu.Item renderRoot={(props) => <Link to="/portal/details" {...props} />}>{t`Your account`}</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t`Language`}</Menu.Label>
        {LANGUAGES.map(([code, name]) => (
          <Chosen key={code} chosen={language === code} lang={code} onClick={() => void choose(code)}>
            {name}
          </Chosen>
        ))}
        <Menu.Divider />
        <Menu.Label>{t`Appearance`}</Menu.Label>
        {schemes.map(([scheme, name]) => (
          <Chosen key={scheme} chosen={colorScheme === scheme} onClick={() => setColorScheme(scheme)}>
            {name}
          </Chosen>
        ))}
        {embed() === null && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => void leave()}>{t`Sign out`}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Chosen({ chosen, children, ...rest }: { chosen: boolean; children: string; lang?: string; onClick: () => void }) {
  return (
    <Menu.Item
      {...rest}
      role="menuitemradio"
      aria-checked={chosen}
      closeMenuOnClick={false}
      rightSection={chosen ? <IconCheck size={14} aria-hidden /> : null}
    >
      {children}
    </Menu.Item>
  );
}

function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  return async () => {
    try {
      await signOut();
      chooseMembership(null);
      client.clear();
      await navigate({ to: '/sign-in' });
      await router.invalidate();
    } catch (error) {
      problemToast(error);
    }
  };
}
