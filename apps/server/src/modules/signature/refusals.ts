import type { Bilingual } from '@cordee/contract/language';
import type { StepFault } from '@cordee/core/signature';
import type { PdfFault } from '../../platform/pdf/index.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Why a step was not taken, for whoever tried. */
export const stepWords: Readonly<
  Record<
    StepFault | 'code_wrong' | 'code_over' | 'too_many_codes' | 'reason_missing' | 'person_missing' | 'not_completed',
    Bilingual
  >
> = {
  not_draft: { en: 'It was sent already.', fr: 'Elle a déjà été envoyée.' },
  nothing_to_sign: { en: 'There is no document in it yet.', fr: 'Elle ne contient encore aucun document.' },
  nobody_to_sign: { en: 'It has no signer.', fr: 'Elle n’a aucun signataire.' },
  not_sent: { en: 'It has not been sent yet.', fr: 'Elle n’a pas encore été envoyée.' },
  over: { en: 'It is over: completed, refused or cancelled.', fr: 'Elle est close : complète, refusée ou annulée.' },
  expired: { en: 'The time to sign is over.', fr: 'Le délai de signature est passé.' },
  not_expired: { en: 'The time to sign is not over.', fr: 'Le délai de signature n’est pas passé.' },
  unknown_signer: { en: 'This person is no signer of it.', fr: 'Cette personne n’en est pas signataire.' },
  not_your_turn: { en: 'Others sign first.', fr: 'D’autres signent d’abord.' },
  already_signed: { en: 'You have signed already.', fr: 'Vous avez déjà signé.' },
  signer_done: {
    en: 'You have refused, or given your place to somebody else.',
    fr: 'Vous avez refusé, ou confié la signature à quelqu’un d’autre.',
  },
  no_code_asked: { en: 'Ask for a code first.', fr: 'Demandez d’abord un code.' },
  no_consent: {
    en: 'Enter the code and agree first; an agreement holds for half an hour.',
    fr: 'Saisissez d’abord le code et donnez votre accord ; il vaut une demi-heure.',
  },
  document_changed: {
    en: 'The documents were not those shown to you: somebody has signed meanwhile. Look at them again, then sign.',
    fr: 'Les documents ne sont plus ceux qui vous étaient montrés : quelqu’un a signé entre-temps. Relisez-les, puis signez.',
  },
  already_delegated: { en: 'A place is given on once only.', fr: 'Une signature ne se confie qu’une fois.' },
  code_wrong: { en: 'This is not the code of the last mail.', fr: 'Ce n’est pas le code du dernier message.' },
  reason_missing: { en: 'Say why you refuse, in a few words.', fr: 'Dites en quelques mots pourquoi vous refusez.' },
  person_missing: {
    en: 'Give a name and an e-mail address, such as ana@example.com.',
    fr: 'Indiquez un nom et une adresse e-mail, par exemple ana@example.com.',
  },
  not_completed: { en: 'Not everybody has signed yet.', fr: 'Tous n’ont pas encore signé.' },
  code_over: { en: 'This code is over. Ask for another one.', fr: 'Ce code n’est plus valable. Demandez-en un autre.' },
  too_many_codes: {
    en: 'Too many codes were asked for. Write to whoever sent you the documents.',
    fr: 'Trop de codes ont été demandés. Écrivez à l’expéditeur des documents.',
  },
};

export function stepRefused(fault: keyof typeof stepWords): Refusal {
  return new Refusal('envelope_step_refused', [{ path: 'state', rule: fault, message: stepWords[fault] }]);
}

const documentWords: Readonly<Record<PdfFault, Bilingual>> = {
  not_a_pdf: { en: 'It is no PDF.', fr: 'Ce n’est pas un PDF.' },
  too_large: { en: 'It is larger than 20 MB.', fr: 'Il dépasse 20 Mo.' },
  encrypted: { en: 'It is encrypted. Save it without a password.', fr: 'Il est chiffré. Enregistrez-le sans mot de passe.' },
  too_much_inside: {
    en: 'When it is opened it grows beyond reason. Print it to a plain PDF.',
    fr: 'À l’ouverture, il enfle démesurément. Réimprimez-le en PDF simple.',
  },
  too_many_pixels: {
    en: 'It contains a picture of more than 200 million pixels.',
    fr: 'Il contient une image de plus de 200 millions de pixels.',
  },
  active_content: {
    en: 'It contains scripts, forms or actions. Print it to a plain PDF.',
    fr: 'Il contient des scripts, formulaires ou actions. Réimprimez-le en PDF simple.',
  },
  embedded_files: { en: 'It contains other files.', fr: 'Il contient d’autres fichiers.' },
  signed_already: { en: 'It carries signatures already.', fr: 'Il porte déjà des signatures.' },
  unreadable: { en: 'It is damaged.', fr: 'Il est endommagé.' },
  no_pages: { en: 'It has no page.', fr: 'Il n’a aucune page.' },
  too_many_pages: { en: 'It has more than 500 pages.', fr: 'Il a plus de 500 pages.' },
};

export function documentRefused(fault: PdfFault): Refusal {
  return new Refusal('document_refused', [{ path: 'document', rule: fault, message: documentWords[fault] }]);
}
