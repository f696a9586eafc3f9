import type { Language } from '@cordee/contract/language';
import { useQueryClient } from '@tanstack/react-query';
import { chooseLanguage } from '../i18n/catalogues.ts';
import { changePerson, personQuery } from './auth.ts';
import { embed } from './embed.ts';

/** Shows everything in a language and keeps it with the account; what the server says in words is asked for again. Throws Problem, AuthRefusal. */
export function useChooseLanguage(): (language: Language) => Promise<void> {
  const client = useQueryClient();
  return async (language) => {
    // In a frame of another application nobody is signed in to keep it for.
    const kept = embed() === null ? changePerson({ language }) : Promise.resolve();
    // Whatever becomes of it, it is awaited below.
    kept.catch(() => undefined);
    await chooseLanguage(language);
    // An answer that was on its way before the choice would take it back.
    await client.cancelQueries({ queryKey: personQuery.queryKey });
    client.setQueryData(personQuery.queryKey, (person) => (person ? { ...person, language } : person));
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'person' });
    await kept;
  };
}
