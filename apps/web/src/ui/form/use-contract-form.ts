import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import { call, type AnswerOf, type InputOf, type RouteId } from '../../lib/api/call.ts';
import { Problem, type FieldProblem } from '../../lib/api/problem.ts';
import { currentLanguage } from '../../i18n/language.ts';

interface ContractForm<Id extends RouteId, Values> {
  readonly route: Id;
  /** The body's schema, loaded with the first submission: `async () => (await import('@cordee/contract/partner')).partnerRoutes.createPartner.body`. */
  readonly schema: () => Promise<z.ZodType | undefined>;
  readonly initial: Values;
  /** What is sent for what was typed; `filled` leaves out what is empty. */
  readonly toInput: (values: Values) => InputOf<Id>;
  /** The field of a fault's path, where the two differ. */
  readonly fieldOf?: (path: string) => string;
  readonly onDone: (answer: AnswerOf<Id>, values: Values) => void | Promise<void>;
}

/**
 * A form whose body is checked by the contract's own schema before it is sent, so that browser and server say the same sentence
 * beside the same field. What was typed stays whatever happens; `problem` is what concerns no field.
 */
export function useContractForm<Id extends RouteId, Values extends Record<string, unknown>>(options: ContractForm<Id, Values>) {
  const form = useForm<Values>({ mode: 'uncontrolled', initialValues: options.initial });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  // One attempt and its repetitions have one key; a changed body is another attempt.
  const [attempt, setAttempt] = useState({ body: '', key: '' });

  const place = (faults: readonly FieldProblem[]) => {
    // The first fault of a field says most; the others often follow from it.
    const errors = Object.fromEntries(faults.toReversed().map(({ path, message }) => [options.fieldOf?.(path) ?? path, message]));
    form.setErrors(errors);
    focusFirst(form, Object.keys(errors));
  };

  const send = async (values: Values) => {
    const input = options.toInput(values);
    const { body } = input as { body?: unknown };
    const faults = await faultsIn(await options.schema(), body);
    if (faults.length > 0) return place(faults);
    const text = JSON.stringify(body);
    const key = attempt.body === text ? attempt.key : crypto.randomUUID();
    setAttempt({ body: text, key });
    const answer = await call(options.route, input, { idempotencyKey: key });
    await options.onDone(answer, values);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    form.clearErrors();
    try {
      await send(form.getValues());
    } catch (error) {
      if (error instanceof Problem && error.fields.length > 0) place(error.fields);
      else setProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return { form, busy, problem, submit: (event: FormEvent) => void submit(event) };
}

/** What was typed, without what was left empty. */
export function filled<Values extends Record<string, unknown>>(values: Values): Partial<Values> {
  const entries = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined);
  return Object.fromEntries(entries) as Partial<Values>;
}

async function faultsIn(schema: z.ZodType | undefined, body: unknown): Promise<FieldProblem[]> {
  if (schema === undefined) return [];
  const result = schema.safeParse(body, { reportInput: true });
  if (result.success) return [];
  const { faultsOf } = await import('@cordee/contract/field-faults');
  const language = currentLanguage();
  return faultsOf(schema, result.error.issues).map(({ message, ...fault }) => ({ ...fault, message: message[language] }));
}

function focusFirst<Values extends Record<string, unknown>>(form: UseFormReturnType<Values>, paths: readonly string[]): void {
  const inputs = paths.map((path) => form.getInputNode(path)).filter((node) => node !== null);
  const inOrder = inputs.toSorted((left, right) =>
    left.compareDocumentPosition(right) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );
  inOrder[0]?.focus();
}
