export {
  type GateCode,
  gateCodes,
  type GateFact,
  type GateFacts,
  gateState,
  type GateState,
  gateStates,
  gateTexts,
  isShut,
} from './gate.ts';
export { jointAfter, type JointKind, jointKinds, type JointState, jointStates, type JointStep, jointSteps } from './joint.ts';
export { otherSide, type PersonRole, personRoles, type Side, sides } from './side.ts';
export {
  decideMove,
  type Gate,
  movesFrom,
  partnershipStages,
  type PartnershipStage,
  type PartnershipState,
  passedOver,
  stageMoves,
  type Waiver,
} from './stage.ts';
export { type SharedKind, sharedKinds, shownBy, shownByDefault } from './visibility.ts';
