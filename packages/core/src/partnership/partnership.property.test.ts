import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideMove,
  gateCodes,
  gateTexts,
  isShut,
  jointAfter,
  jointSteps,
  type jointStates,
  movesFrom,
  otherSide,
  partnershipStages,
  passedOver,
  sides,
  stageMoves,
  type GateCode,
  type GateFact,
  type PartnershipStage,
  type PartnershipState,
} from './index.ts';

const codes = fc.constantFrom(...gateCodes);
const stages = fc.constantFrom(...partnershipStages);
const fact = fc.constantFrom<GateFact | undefined>('true', 'false', 'unknown', undefined);

/** What a partnership is to do, kept beside it in the plainest words. */
interface Model {
  stage: PartnershipStage;
  readonly known: Map<GateCode, GateFact>;
}
interface Real {
  state: PartnershipState;
  readonly kept: { readonly to: PartnershipStage; readonly code: GateCode; readonly reason: string }[];
}

class Learn implements fc.Command<Model, Real> {
  readonly code: GateCode;
  readonly fact: GateFact | undefined;
  constructor(code: GateCode, learned: GateFact | undefined) {
    this.code = code;
    this.fact = learned;
  }
  check = () => true;
  run(model: Model, real: Real): void {
    const { [this.code]: _, ...others } = real.state.facts;
    real.state = { ...real.state, facts: this.fact === undefined ? others : { ...others, [this.code]: this.fact } };
    if (this.fact === undefined) model.known.delete(this.code);
    else model.known.set(this.code, this.fact);
  }
  toString = () => `learn ${this.code} ${String(this.fact)}`;
}

class MoveTo implements fc.Command<Model, Real> {
  readonly to: PartnershipStage;
  readonly waived: readonly GateCode[];
  readonly reason: string;
  constructor(to: PartnershipStage, waived: readonly GateCode[], reason: string) {
    this.to = to;
    this.waived = waived;
    this.reason = reason;
  }
  check = () => true;
  run(model: Model, real: Real): void {
    const asked = stageMoves[model.stage][this.to];
    const missing = (asked ?? []).filter((code) => ['false', 'unknown'].includes(model.known.get(code) ?? ''));
    const isFine =
      asked !== undefined &&
      this.waived.every((code) => missing.includes(code)) &&
      missing.every((code) => this.waived.includes(code) && this.reason.trim() !== '');
    const verdict = decideMove(
      real.state,
      this.to,
      this.waived.map((code) => ({ code, reason: this.reason })),
    );
    expect(verdict.moved).toBe(isFine);
    if (!verdict.moved) {
      // Whoever is refused is told what to waive, or where it could go instead.
      if (verdict.why === 'gates_shut') {
        expect(verdict.shut.map(({ code }) => code).every((code) => missing.includes(code))).toBe(true);
        expect(verdict.shut.length).toBeGreaterThan(0);
      }
      return;
    }
    expect(verdict.waived.map(({ code }) => code)).toEqual(missing);
    for (const { code, reason } of verdict.waived) real.kept.push({ to: this.to, code, reason });
    real.state = { ...real.state, stage: this.to };
    model.stage = this.to;
    expect(real.kept.every(({ reason }) => reason.trim() !== '')).toBe(true);
  }
  toString = () => `move ${this.to} waiving ${this.waived.join(',')} "${this.reason}"`;
}

describe('the stages of a partnership', () => {
  test('whatever is learned and asked, it moves exactly when every shut gate is waived with a reason', () => {
    // Moves are drawn near what is possible, or hardly any would be.
    const learn = fc.tuple(codes, fact).map(([code, learned]) => new Learn(code, learned));
    const move = fc
      .tuple(stages, fc.uniqueArray(codes, { maxLength: 4 }), fc.constantFrom('agreed by telephone', '', '  '))
      .map(([to, waived, reason]) => new MoveTo(to, waived, reason));
    const exact = fc
      .tuple(stages, stages, fc.constantFrom('known since 2019', ' '))
      .map(([from, to, reason]) => new MoveTo(to, [...(stageMoves[from][to] ?? [])], reason));
    const plain = stages.map((to) => new MoveTo(to, [], ''));
    fc.assert(
      fc.property(stages, fc.commands([learn, move, exact, plain], { maxCommands: 60 }), (stage, commands) => {
        fc.modelRun(
          () => ({
            model: { stage, known: new Map<GateCode, GateFact>() },
            real: { state: { stage, facts: {} }, kept: [] } as Real,
          }),
          commands,
        );
      }),
      { numRuns: 300 },
    );
  });

  test('every stage is reached from the first, and every stage has a way out', () => {
    const reached = new Set<PartnershipStage>(['prospect']);
    for (const stage of reached) for (const { to } of movesFrom({ stage, facts: {} })) reached.add(to);
    expect(reached.size).toBe(partnershipStages.length);
    for (const stage of partnershipStages) expect(movesFrom({ stage, facts: {} }).length).toBeGreaterThan(0);
  });

  test('what is not asked keeps nobody; what nobody can say does', () => {
    const free = decideMove({ stage: 'qualifying', facts: {} }, 'negotiating', []);
    expect(free).toEqual({ moved: true, waived: [] });
    const shut = decideMove({ stage: 'qualifying', facts: { application_decided: 'unknown' } }, 'negotiating', []);
    expect(shut).toEqual({ moved: false, why: 'gates_shut', shut: [{ code: 'application_decided', state: 'unknown' }] });
  });

  test('a waiver of what keeps nobody is refused, so that those kept say what was missing', () => {
    const state = { stage: 'leaving', facts: { balance_zero: 'true', access_revoked: 'false' } } as const;
    const reason = 'its accountant reads on until Friday';
    expect(decideMove(state, 'ended', [{ code: 'balance_zero', reason }])).toMatchObject({ why: 'nothing_to_waive' });
    expect(decideMove(state, 'ended', [{ code: 'access_revoked', reason }])).toEqual({
      moved: true,
      waived: [{ code: 'access_revoked', reason, state: 'open' }],
    });
  });

  test('a stage set by hand says what it passed over, and that it went where no move leads', () => {
    expect(passedOver({ stage: 'leaving', facts: { balance_zero: 'false' } }, 'ended')).toEqual([
      { code: 'balance_zero', state: 'open' },
    ]);
    expect(passedOver({ stage: 'prospect', facts: {} }, 'renewing')).toBeNull();
  });

  test('every gate has a sentence in both languages, and every sentence is asked somewhere', () => {
    const used = new Set(Object.values(stageMoves).flatMap((moves) => Object.values(moves).flat()));
    expect([...used].sort()).toEqual([...gateCodes].sort());
    for (const code of gateCodes) for (const text of Object.values(gateTexts[code])) expect(text).toMatch(/^\p{Lu}.+\.$/u);
    expect(isShut('not_asked')).toBe(false);
  });
});

test('no side alone makes a joint fact, and what was answered stays', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...sides),
      fc.array(fc.tuple(fc.constantFrom(...jointSteps), fc.constantFrom(...sides)), { maxLength: 12 }),
      (proposedBy, steps) => {
        let state: (typeof jointStates)[number] = 'proposed';
        for (const [step, by] of steps) {
          const after = jointAfter(state, proposedBy, step, by);
          if (state !== 'proposed') expect(after).toBeNull();
          if (after === 'confirmed' || after === 'contested') expect(by).toBe(otherSide(proposedBy));
          if (after === 'withdrawn') expect(by).toBe(proposedBy);
          state = after ?? state;
        }
      },
    ),
  );
});
