/**
 * Whose counter a key is, as core/reward/counter-key.ts writes them: an enrollment, a program, or a customer of an enrollment.
 * Counters are stored and loaded by it.
 */
export function counterEntity(key: string): string {
  const parts = key.split('|');
  return (parts[0] === 'c' ? parts[2] : parts[1]) ?? '';
}
