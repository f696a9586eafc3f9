import type { BenchContext } from './context.ts';
import type { Bench, Measurement } from './measurement.ts';
import { inTurn } from './rounds.ts';
import { countInProcess, recordInProcess, settle } from './stage/history.ts';
import { runWorker } from './stage/processes.ts';
import type { SalesRange } from './stage/record-sales.ts';
import type { Book } from './stage/sales.ts';
import { foundCompany, type Workspace } from './stage/workspace.ts';
import { median, summarise } from './statistics.ts';
import type { Grown } from './workers/grow.ts';

const NAME = 'growth';
const TENTH = 10;

/** What one more sale costs a company with many facts, beside one with a tenth of them. Each has a database of its own. */
export const growth: Bench = {
  name: NAME,
  goal: 0.8,
  async run(context): Promise<Measurement[]> {
    const many = await Company.found(context, 'many', context.scale.grownFacts);
    const few = await Company.found(context, 'few', Math.floor(context.scale.grownFacts / TENTH));
    // Few enough that the small company stays about as small as it is.
    const step = Math.max(1, Math.floor(few.book.sales / 25));
    const rounds = Math.max(1, context.scale.rounds);
    const pairs = await inTurn(
      rounds,
      () => many.add(step),
      () => few.add(step),
    );
    context.log(`of it, counting: ${many.counting(step)} and ${few.counting(step)} µs`);
    for (const name of ['many', 'few']) await context.postgres.dropDatabase(name);
    const limit = `${few.book.sales} facts there`;
    return [{ name: NAME, unit: 'µs/sale', limit, goal: 0.8, ...summarise(pairs, 'less is better') }];
  },
};

class Company {
  readonly book: Book;
  readonly #workspace: Workspace;
  readonly #counting: number[] = [];
  #sales: number;

  private constructor(workspace: Workspace, book: Book) {
    this.#workspace = workspace;
    this.book = book;
    this.#sales = book.sales;
  }

  static async found({ postgres, log }: BenchContext, name: string, sales: number): Promise<Company> {
    log(`${sales} facts in ${name}`);
    const workspace = await foundCompany(await postgres.createDatabase(name));
    const company = new Company(workspace, { sales });
    await recordInProcess(workspace, company.book, 0, sales);
    await countInProcess(workspace);
    await settle(workspace.url);
    return company;
  }

  /** Records and counts further sales; microseconds for each. */
  async add(sales: number): Promise<number> {
    const { url, workspaceId } = this.#workspace;
    const warmUp = this.#next(sales);
    const range = this.#next(sales);
    const { result } = await runWorker<Grown>('grow.ts', { url, workspaceId, warmUp, range });
    this.#counting.push(result.counting);
    return ((result.recording + result.counting) / sales) * 1e6;
  }

  #next(sales: number): SalesRange {
    const from = this.#sales;
    this.#sales += sales;
    return { book: this.book, from, to: this.#sales };
  }

  counting(sales: number): string {
    return ((median(this.#counting) / sales) * 1e6).toFixed(0);
  }
}
