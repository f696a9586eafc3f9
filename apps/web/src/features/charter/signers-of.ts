import type { AnswerOf } from '../../lib/api/call.ts';
import type { SignerDraft } from '../../ui/signing/signing-draft.ts';

/** Who is proposed to sign: of each side those who have the right to, else its main contact; only who has an address. */
export function signersOf(
  people: AnswerOf<'listPartnershipPeople'>,
  language: SignerDraft['language'],
): Omit<SignerDraft, 'key'>[] {
  return (['company', 'partner'] as const).flatMap((side) => {
    const own = people.filter((person) => person.side === side && person.email !== null && person.email !== '');
    const entitled = own.filter(({ maySign }) => maySign);
    const chosen = entitled.length > 0 ? entitled : own.filter(({ isMain }) => isMain);
    return chosen.map(({ name, email }) => ({ name, email: email ?? '', side, language }));
  });
}
