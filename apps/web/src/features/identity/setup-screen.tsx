import { useState } from 'react';
import type { AnswerOf } from '../../lib/api/call.ts';
import { FirstKeys } from './first-keys.tsx';
import { SetupForm } from './setup-form.tsx';

/** Behind the one-time link of a new server: the first administrator, the company, its first keys. */
export function SetupScreen() {
  const [keys, setKeys] = useState<AnswerOf<'setUp'> | null>(null);
  return keys === null ? <SetupForm onDone={setKeys} /> : <FirstKeys keys={keys} />;
}
