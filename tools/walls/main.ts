// Checks the walls of architecture.json; --diagram prints the modules, --write puts them into ARCHITECTURE.md.
import { join } from 'node:path';
import { loadArchitecture } from './architecture.ts';
import { renderModules, writeDiagram } from './diagram.ts';
import { inspect } from './inspect.ts';

const root = join(import.meta.dirname, '../..');
if (process.argv.includes('--diagram')) {
  console.log(renderModules(loadArchitecture(root)));
} else {
  if (process.argv.includes('--write')) writeDiagram(root, loadArchitecture(root));
  const { files, violations } = inspect(root);
  for (const { file, line, rule, sentence } of violations) console.log(`${file}:${line} ${rule} — ${sentence}`);
  console.log(`${files} files, ${violations.length === 0 ? 'every wall stands' : `${violations.length} violations`}`);
  if (violations.length > 0) process.exitCode = 1;
}
