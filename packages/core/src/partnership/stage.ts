import { gateState, isShut, type GateCode, type GateFacts, type GateState } from './gate.ts';

/** Where a partnership stands, in the order it usually goes through. */
export const partnershipStages = [
  'prospect',
  'qualifying',
  'negotiating',
  'onboarding',
  'active',
  'under_review',
  'renewing',
  'leaving',
  'ended',
] as const;
export type PartnershipStage = (typeof partnershipStages)[number];

export interface PartnershipState {
  readonly stage: PartnershipStage;
  readonly facts: GateFacts;
}

/** The moves there are, with the gates of each. Going back asks nothing. */
export const stageMoves: Readonly<Record<PartnershipStage, Readonly<Partial<Record<PartnershipStage, readonly GateCode[]>>>>> = {
  prospect: { qualifying: ['partner_contact'], ended: [] },
  qualifying: { negotiating: ['application_decided', 'qualification_revealed'], prospect: [], ended: ['enrollments_ended'] },
  negotiating: {
    onboarding: ['partner_contact', 'company_contact', 'charter_approved', 'charter_signed'],
    qualifying: [],
    ended: ['enrollments_ended'],
  },
  onboarding: { active: ['enrolled', 'tax_details', 'certificate'], negotiating: [], leaving: [] },
  active: { under_review: [], renewing: [], leaving: ['exit_plan'] },
  under_review: { active: [], renewing: [], leaving: ['exit_plan'] },
  renewing: { active: ['charter_signed'], negotiating: [], leaving: ['exit_plan'] },
  leaving: { ended: ['enrollments_ended', 'balance_zero', 'access_revoked'], active: ['charter_signed'] },
  ended: { prospect: [] },
};

export interface Gate {
  readonly code: GateCode;
  readonly state: GateState;
}

export interface Move {
  readonly to: PartnershipStage;
  readonly gates: readonly Gate[];
  /** No gate is shut. */
  readonly isFree: boolean;
}

/** Every move out of a stage, with how its gates stand. */
export function movesFrom({ stage, facts }: PartnershipState): Move[] {
  return partnershipStages.flatMap((to) => {
    const codes = stageMoves[stage][to];
    if (codes === undefined) return [];
    const gates = codes.map((code) => ({ code, state: gateState(code, facts) }));
    return [{ to, gates, isFree: !gates.some(({ state }) => isShut(state)) }];
  });
}

/** A gate somebody lets pass, and why. */
export interface Waiver {
  readonly code: GateCode;
  readonly reason: string;
}

export type MoveVerdict =
  | { readonly moved: true; readonly waived: readonly (Waiver & { readonly state: GateState })[] }
  | { readonly moved: false; readonly why: 'same_stage' }
  | { readonly moved: false; readonly why: 'no_such_move'; readonly moves: readonly PartnershipStage[] }
  | { readonly moved: false; readonly why: 'gates_shut'; readonly shut: readonly Gate[] }
  /** It would let pass what keeps nobody: a waiver is kept for good, so that it says what was really missing. */
  | { readonly moved: false; readonly why: 'nothing_to_waive'; readonly codes: readonly GateCode[] };

/** Whether a partnership moves to a stage, given what is waived. */
export function decideMove(state: PartnershipState, to: PartnershipStage, waivers: readonly Waiver[]): MoveVerdict {
  if (to === state.stage) return { moved: false, why: 'same_stage' };
  const moves = movesFrom(state);
  const move = moves.find((each) => each.to === to);
  if (move === undefined) return { moved: false, why: 'no_such_move', moves: moves.map((each) => each.to) };
  const shut = move.gates.filter((gate) => isShut(gate.state));
  const idle = waivers.filter(({ code }) => !shut.some((gate) => gate.code === code)).map(({ code }) => code);
  if (idle.length > 0) return { moved: false, why: 'nothing_to_waive', codes: idle };
  const waived = shut.flatMap(({ code, state: stood }) => {
    const waiver = waivers.find((each) => each.code === code && each.reason.trim() !== '');
    return waiver === undefined ? [] : [{ ...waiver, state: stood }];
  });
  const kept = shut.filter(({ code }) => !waived.some((waiver) => waiver.code === code));
  return kept.length > 0 ? { moved: false, why: 'gates_shut', shut: kept } : { moved: true, waived };
}

/** What a stage set by hand passed over: the gates of that move that were shut; null where the machine has no such move. */
export function passedOver({ stage, facts }: PartnershipState, to: PartnershipStage): readonly Gate[] | null {
  const move = movesFrom({ stage, facts }).find((each) => each.to === to);
  return move === undefined ? null : move.gates.filter(({ state }) => isShut(state));
}
