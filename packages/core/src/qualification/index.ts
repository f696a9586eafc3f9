export { usualQuestionnaire } from './catalogue/catalogue.ts';
export {
  checkQuestionnaire,
  mostItems,
  type QuestionnaireProblem,
  type QuestionnaireRule,
  questionnaireRules,
  wrongAnswers,
} from './check-questionnaire.ts';
export { type Conflict, conflictsOf, type Identity, type Known, type SharedTrait, sharedTraits } from './conflict.ts';
export { answerWords, unitOf } from './difference-words.ts';
export {
  type Answer,
  type Answers,
  type ClauseKind,
  clauseKinds,
  comparisons,
  type Dimension,
  dimensions,
  type Form,
  type Item,
  type Questionnaire,
  takes,
} from './questionnaire.ts';
export { type AgendaPoint, type Difference, reveal, type Revealed, severities, type Severity } from './reveal.ts';
export { type Hash, opens, questionnaireText, seal, type Sealed, sealedText } from './seal.ts';
export { type Score, scoreOf, type Term, termsOf } from './score.ts';
export { progressOf, shownTo } from './shown.ts';
