import { createContext, useContext } from 'react';
import type { FieldFaults } from '../use-change.ts';

/** What is wrong in a form, by the path of the document: every field finds its own. */
export const FieldFaultsContext = createContext<FieldFaults>({});

/** What is wrong with a field, or with something within it where `within`. */
export function useFieldFault(path: string, within = false): string | undefined {
  const faults = useContext(FieldFaultsContext);
  if (faults[path] !== undefined || !within) return faults[path];
  return Object.entries(faults).find(([key]) => key.startsWith(`${path}.`))?.[1];
}
