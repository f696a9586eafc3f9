export { accountingJobs } from './accounting.jobs.ts';
export { registerAccounting } from './accounting.routes.ts';
export { checkFecFile } from './check-fec-file.ts';
export { faultWords } from './fault-words.ts';
export { planBooksFile, writeBooksFile } from './verbs/write-books-file.ts';
export { writeChart } from './verbs/write-chart.ts';
export { getDas2 } from './queries/get-das2.ts';
export { das2Bytes, das2Csv, das2ToContract } from './years/das2-answer.ts';
