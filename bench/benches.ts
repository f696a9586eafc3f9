import { attributionModels } from './attribution-models.ts';
import { commissionRun } from './commission-run.ts';
import { dashboardFlat } from './dashboard-flat.ts';
import { growth } from './growth.ts';
import { compileCharters, obligationsOfADay } from './duties.ts';
import { importSales } from './import-sales.ts';
import { figures, listFacts, listPartners } from './lists.ts';
import { fecBooks } from './fec-books.ts';
import { fecFile } from './fec.ts';
import type { Bench } from './measurement.ts';
import { paperInvoices, paperStatements } from './papers.ts';
import { pain001File } from './pain001.ts';
import { redirectDurable } from './redirect-durable.ts';
import { redirectLatency } from './redirect-latency.ts';
import { redirectNode } from './redirect-node.ts';
import { revealAnswers } from './reveal.ts';
import { saleSync } from './sale-sync.ts';
import { simulate } from './simulate.ts';
import { verify } from './verify.ts';

/** In the order they run: what stands on a history of facts comes after what makes it. */
export const benches: readonly Bench[] = [
  redirectDurable,
  redirectNode,
  redirectLatency,
  saleSync,
  importSales,
  commissionRun,
  simulate,
  verify,
  fecBooks,
  dashboardFlat,
  listPartners,
  listFacts,
  figures,
  attributionModels,
  paperStatements,
  paperInvoices,
  pain001File,
  fecFile,
  revealAnswers,
  compileCharters,
  obligationsOfADay,
  growth,
];
