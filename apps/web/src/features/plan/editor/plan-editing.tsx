import type { PlanDocument } from '@cordee/core/plan';
import { createContext, useContext } from 'react';
import { pathText, valueAt, type Path } from './document-path.ts';

export interface PlanEditing {
  /** As typed: a field may hold what is no plan yet. */
  readonly document: PlanDocument;
  readonly readOnly: boolean;
  /** Writes a value; `undefined` takes the field away. `isStep` makes it a step of its own on the way back. */
  readonly write: (path: Path, value: unknown, isStep?: boolean) => void;
  /** What is wrong right there, in the reader's language. */
  readonly faultAt: (path: string) => string | undefined;
  /** How many mistakes there are at a place and below it. */
  readonly faultsUnder: (path: string) => number;
  /** The mistake somebody asks to see; `ask` counts the times. Whatever hides it opens. */
  readonly firstFault: { readonly path: string; readonly ask: number } | null;
  /** The rule one is in. */
  readonly onRule: (ruleId: string | null) => void;
}

const PlanEditingContext = createContext<PlanEditing | null>(null);

export const PlanEditingProvider = PlanEditingContext.Provider;

export function usePlanEditing(): PlanEditing {
  const editing = useContext(PlanEditingContext);
  if (editing === null) throw new Error('fields of a plan stand in its editor');
  return editing;
}

/** A value of the document with what is wrong with it, and how to write it. */
export function useField(path: Path) {
  const { document, readOnly, write, faultAt } = usePlanEditing();
  const at = pathText(path);
  return {
    value: valueAt(document, path),
    error: faultAt(at),
    readOnly,
    write: (value: unknown) => write(path, value),
    /** Where the fault list finds the field. */
    mark: { 'data-at': at },
  };
}
