/** How much of everything a run measures. */
export interface Scale {
  /** Times each pair is measured. */
  readonly rounds: number;
  /** Length of one measure under load. */
  readonly seconds: number;
  readonly importedSales: number;
  /** Facts that are counted, simulated and verified. */
  readonly facts: number;
  /** Times a pass over all facts is measured: they are long. */
  readonly passes: number;
  readonly clicks: number;
  /** Partners the clicks are spread over. */
  readonly clickedPartners: number;
  readonly paths: number;
  /** Lines of a file for the bank. */
  readonly transfers: number;
  /** Facts already there, on the crowded side; a tenth of it on the other. */
  readonly grownFacts: number;
  /** Partners and facts of the company whose lists are opened. */
  readonly listedPartners: number;
  readonly listedFacts: number;
  /** Documents of each kind that are drawn, over all rounds. */
  readonly papers: number;
  /** Charters whose duties are compiled. */
  readonly charters: number;
  /** Obligations of one company. */
  readonly obligations: number;
}

/** `small` ends within a quarter of an hour on two cores; `full` has the sizes the goals were written for. */
export const scales = {
  tiny: {
    rounds: 1,
    seconds: 0.5,
    importedSales: 4000,
    facts: 4000,
    passes: 1,
    clicks: 20_000,
    clickedPartners: 200,
    paths: 20_000,
    transfers: 1000,
    grownFacts: 4000,
    listedPartners: 2000,
    listedFacts: 10_000,
    papers: 20,
    charters: 200,
    obligations: 20_000,
  },
  small: {
    rounds: 5,
    seconds: 3,
    importedSales: 200_000,
    facts: 200_000,
    passes: 3,
    clicks: 2_000_000,
    clickedPartners: 5000,
    paths: 1_000_000,
    transfers: 50_000,
    grownFacts: 500_000,
    listedPartners: 20_000,
    listedFacts: 500_000,
    papers: 250,
    charters: 10_000,
    obligations: 1_000_000,
  },
  full: {
    rounds: 9,
    seconds: 5,
    importedSales: 1_000_000,
    facts: 1_000_000,
    passes: 3,
    clicks: 20_000_000,
    clickedPartners: 5000,
    paths: 1_000_000,
    transfers: 50_000,
    grownFacts: 5_000_000,
    listedPartners: 100_000,
    listedFacts: 5_000_000,
    papers: 10_000,
    charters: 10_000,
    obligations: 1_000_000,
  },
} as const satisfies Record<string, Scale>;

export type ScaleName = keyof typeof scales;
