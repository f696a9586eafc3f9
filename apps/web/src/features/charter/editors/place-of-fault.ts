import type { CharterDocument, InBoth } from '@cordee/core/charter';
import { useLingui } from '@lingui/react/macro';
import { useLanguage } from '../../../lib/use-language.ts';
import { clauseKindWords, partWords } from '../charter-words.ts';

type Named = { readonly name?: InBoth | string; readonly activity?: InBoth; readonly use?: InBoth; readonly level?: InBoth };

/** Where a fault is, in words: the part and what the row of it is called. */
export function usePlaceOfFault(): (path: string, document: CharterDocument) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (path, document) => {
    const [part = '', index = ''] = path.split('.');
    if (part === 'clauses') {
      const clause = document.clauses[Number(index)];
      if (clause !== undefined && index !== '') return clause.title[language];
      if (index in clauseKindWords) return t(clauseKindWords[index as keyof typeof clauseKindWords]);
    }
    const word = part in partWords ? t(partWords[part as keyof typeof partWords]) : part;
    const rows = (document as unknown as Record<string, unknown>)[part];
    const row: Named | undefined = Array.isArray(rows) ? (rows[Number(index)] as Named | undefined) : undefined;
    const name = row?.name ?? row?.activity ?? row?.use ?? row?.level;
    const said = typeof name === 'string' ? name : name?.[language];
    return said === undefined || said === '' ? word : `${word} · ${said}`;
  };
}
