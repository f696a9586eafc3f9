import type { Bilingual } from '@cordee/contract/language';
import { Refusal } from '../refusal.ts';

/** Why a file is not taken. */
export type FileFault = 'empty' | 'unknown_kind' | 'damaged' | 'active' | 'locked' | 'grows' | 'too_many_pixels';

/** `file_refused`, with what to do about it. */
export function refusedFile(fault: FileFault): Refusal {
  return new Refusal('file_refused', [{ path: 'body', rule: fault, message: words[fault] }]);
}

const words: Readonly<Record<FileFault, Bilingual>> = {
  empty: { en: 'The file is empty.', fr: 'Le fichier est vide.' },
  unknown_kind: {
    en: 'By its content this is no PDF, PNG, JPEG, WebP, plain text or CSV. Save or print it as PDF.',
    fr: 'D’après son contenu, ce n’est ni un PDF, ni une image PNG, JPEG ou WebP, ni du texte brut, ni du CSV. Enregistrez-le ou imprimez-le en PDF.',
  },
  damaged: {
    en: 'The file is damaged or not whole. Save it again, and send it again.',
    fr: 'Le fichier est abîmé ou incomplet. Enregistrez-le de nouveau, puis renvoyez-le.',
  },
  active: {
    en: 'Something in this file runs by itself (a script, a form that computes, an attached program). Print it as PDF and send that.',
    fr: 'Quelque chose s’exécute dans ce fichier (un script, un formulaire qui calcule, un programme joint). Imprimez-le en PDF et envoyez le résultat.',
  },
  locked: {
    en: 'This PDF is protected by a password or against changes. Save it without protection.',
    fr: 'Ce PDF est protégé par un mot de passe ou contre la modification. Enregistrez-le sans protection.',
  },
  grows: {
    en: 'When it is opened this file grows beyond reason. Print it as PDF and send that.',
    fr: 'À l’ouverture, ce fichier enfle démesurément. Imprimez-le en PDF et envoyez le résultat.',
  },
  too_many_pixels: {
    en: 'The picture has more than 50 million pixels. Make it smaller.',
    fr: 'L’image dépasse 50 millions de pixels. Réduisez-la.',
  },
};
