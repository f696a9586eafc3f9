export { annexedArticle } from './annexed-article.ts';
export { canonicalText, charterHash, isSamePart } from './canonical.ts';
export * from './charter.ts';
export { applyChange, changesSomething, type CharterChange, placeOf, stillStands } from './change.ts';
export { charterDuties } from './charter-duties.ts';
export { charterTerms, type CitedTerms } from './charter-terms.ts';
export { charterWords } from './charter-words.ts';
export { canBeApproved, type CharterFault, faultsOf } from './check-charter.ts';
export { accountableOn } from './check-roles.ts';
export { type ArticleChange, compareCharters } from './compare-charters.ts';
export { type Divergence, divergences, movedAlone } from './divergence.ts';
export { charterFaults, type CharterFaultCode } from './fault-sentences.ts';
export { clauseLibrary, libraryClause, takeClause, withValues } from './library/library.ts';
export type { ClauseValues, LibraryClause } from './library/library-clause.ts';
export { type Beginning, presetCharter } from './library/preset.ts';
export { clauseText, placeholdersOf } from './placeholders.ts';
export { type Article, articlesOf, type CharterSection, renderCharter } from './render-charter.ts';
export {
  canObject,
  type DatedVersion,
  earliestReplacement,
  isSettled,
  mayStep,
  versionOn,
  versionStates,
  type VersionState,
  versionSteps,
  type VersionStep,
} from './standing.ts';
