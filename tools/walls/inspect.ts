import { loadArchitecture, type Violation } from './architecture.ts';
import { checkDiagram } from './diagram.ts';
import { readPackages } from './resolve.ts';
import { check } from './rules.ts';
import { listFiles, readSource } from './sources.ts';

/** Reads a whole tree and says where it leaves its architecture.json. */
export function inspect(root: string): { readonly files: number; readonly violations: readonly Violation[] } {
  const architecture = loadArchitecture(root);
  const packages = readPackages(root);
  const files = listFiles(root);
  const sources = files.map((file) => readSource(root, file, packages));
  return {
    files: files.length,
    violations: [...check(architecture, sources, files.length), ...checkDiagram(root, architecture)],
  };
}
