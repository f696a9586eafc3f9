import type { FieldFault } from '@cordee/contract/errors';
import type { QuestionnaireProblem, QuestionnaireRule } from '@cordee/core/qualification';
import type { Bilingual } from '@cordee/contract/language';
import { Refusal } from '../../platform/refusal.ts';

const fault = (path: string, rule: string, en: string, fr: string): FieldFault => ({ path, rule, message: { en, fr } });

const rules: Readonly<Record<QuestionnaireRule, Bilingual>> = {
  empty: { en: 'Ask something: add an item.', fr: 'Posez au moins une question.' },
  too_many: { en: 'At most 200 items: nobody answers more.', fr: 'Au plus 200 questions : personne ne répond à davantage.' },
  key_twice: { en: 'Another item has this key.', fr: 'Une autre question porte cette clé.' },
  options: { en: 'Give two options or more, each once.', fr: 'Donnez au moins deux choix, chacun une seule fois.' },
  range: {
    en: 'The least must be below the most, and the tolerance above zero.',
    fr: 'Le minimum doit être inférieur au maximum, et la tolérance positive.',
  },
  weight: { en: 'A weight goes from 0 to 10.', fr: 'Un poids va de 0 à 10.' },
  compare: {
    en: 'Answers of this form cannot be compared so; text is only shown, with a weight of 0.',
    fr: 'Ces réponses ne se comparent pas ainsi ; un texte est seulement montré, avec un poids de 0.',
  },
  mirror: {
    en: 'Name another item of the same form that is only shown, in which the other side says what it offers.',
    fr: 'Nommez une autre question de même forme, seulement montrée, où l’autre partie dit ce qu’elle apporte.',
  },
  condition: {
    en: 'A condition names an earlier item and answers that it has.',
    fr: 'Une condition nomme une question antérieure et des réponses qu’elle propose.',
  },
  text_missing: { en: 'Write it in both languages.', fr: 'Écrivez-le dans les deux langues.' },
};

/** `questionnaire_incomplete`, with everything that is missing. */
export function incomplete(problems: readonly QuestionnaireProblem[]): Refusal {
  return new Refusal(
    'questionnaire_incomplete',
    problems.slice(0, 50).map(({ path, rule }) => ({ path, rule, message: rules[rule] })),
  );
}

export const isArchived = new Refusal('conflict', [
  fault(
    'id',
    'archived',
    'This questionnaire is put away: take it back first.',
    'Ce questionnaire est archivé : reprenez-le d’abord.',
  ),
]);

export const unchanged = new Refusal('conflict', [
  fault('id', 'changed', 'Nothing changed since the latest version.', 'Rien n’a changé depuis la dernière version.'),
]);

export const unknownQuestionnaire = new Refusal('unknown_reference', [
  fault('questionnaireId', 'known', 'There is no such questionnaire.', 'Ce questionnaire n’existe pas.'),
]);

export const notPublished = new Refusal('conflict', [
  fault(
    'questionnaireId',
    'published',
    'Publish this questionnaire first, and take it back if it was put away.',
    'Publiez d’abord ce questionnaire, et reprenez-le s’il a été archivé.',
  ),
]);

export const unknownPartner = (path = 'partnerId'): Refusal =>
  new Refusal('unknown_reference', [fault(path, 'known', 'There is no such partner.', 'Ce partenaire n’existe pas.')]);

export const archivedPartner = new Refusal('conflict', [
  fault('partnerId', 'archived', 'This partner is archived.', 'Ce partenaire est archivé.'),
]);

export function alreadyAsked(id: string): Refusal {
  return new Refusal('already_exists', [
    fault('questionnaireId', 'unique', `Both are being asked already: ${id}.`, `Les deux parties sont déjà interrogées : ${id}.`),
  ]);
}

/** `conflict`: the qualification stands so that this cannot follow. */
export const stands = {
  over: new Refusal('conflict', [
    fault('id', 'open', 'This qualification is no longer open.', 'Cette qualification n’est plus ouverte.'),
  ]),
  sealed: new Refusal('conflict', [
    fault(
      'id',
      'sealed',
      'Your side has sealed its answers: they no longer change.',
      'Votre partie a scellé ses réponses : elles ne changent plus.',
    ),
  ]),
  notRevealed: new Refusal('conflict', [
    fault('id', 'revealed', 'Decide once both sides are revealed.', 'Décidez une fois les deux parties révélées.'),
  ]),
  decided: new Refusal('conflict', [
    fault(
      'id',
      'decided',
      'This was decided for good: ask both again to change it.',
      'C’est tranché : interrogez de nouveau les deux parties pour revenir dessus.',
    ),
  ]),
  nothing: new Refusal('conflict', [
    fault(
      'answers',
      'answered',
      'Answer one question at least before you seal.',
      'Répondez à une question au moins avant de sceller.',
    ),
  ]),
} as const;

export const dayOver = new Refusal('invalid_request', [
  fault('requalifyOn', 'after_today', 'Name a day that is still to come.', 'Indiquez un jour à venir.'),
]);

/** `invalid_request`: answers the questionnaire does not take. */
export function wrongAnswer(keys: readonly string[]): Refusal {
  return new Refusal(
    'invalid_request',
    keys
      .slice(0, 50)
      .map((key) =>
        fault(
          `answers.${key}`,
          'answer',
          'This question takes no such answer, or is not asked.',
          'Cette question n’admet pas cette réponse, ou n’est pas posée.',
        ),
      ),
  );
}

/** `invalid_request`: questions that must be answered. */
export function missingAnswer(keys: readonly string[]): Refusal {
  return new Refusal(
    'invalid_request',
    keys.map((key) => fault(`answers.${key}`, 'required', 'Answer this question.', 'Répondez à cette question.')),
  );
}

export const unknownItem = new Refusal('unknown_reference', [
  fault('item', 'known', 'The questionnaire has no such item.', 'Le questionnaire n’a pas cette question.'),
]);

export const unknownForm = new Refusal('unknown_reference', [
  fault('formId', 'known', 'There is no such open form.', 'Ce formulaire n’existe pas ou n’est pas ouvert.'),
]);

export const answered = new Refusal('conflict', [
  fault('id', 'waiting', 'This application was answered already.', 'Cette candidature a déjà reçu une réponse.'),
]);

export const unconfirmed = new Refusal('conflict', [
  fault(
    'id',
    'confirmed',
    'The applicant has not confirmed the address yet.',
    'Le candidat n’a pas encore confirmé son adresse.',
  ),
]);
