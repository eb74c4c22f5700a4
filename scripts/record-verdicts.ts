// Asks a real API server about the objects in test/inspect/schema/api-server-verdicts.json, and writes down what it answers:
//   node scripts/run.mjs scripts/record-verdicts.ts KUBECONFIG
// The server needs the CRDs that imports/ was made from, and Istio's kinds in all versions that a release serves. Objects are only tried
// (a strict dry run of their creation in the namespace that they name, or `default`). To add a case, add a line with a name and an object.
import { readFileSync, writeFileSync } from 'node:fs';
import { ApiServer } from './record-verdicts/api-server';
import { problemsOf } from './record-verdicts/problems';
import { readVerdicts, verdictsText } from './record-verdicts/verdict-file';

const FILE = 'test/inspect/schema/api-server-verdicts.json';

async function main(): Promise<void> {
  const [kubeconfig] = process.argv.slice(2);
  if (kubeconfig === undefined) {
    throw new Error('usage: node scripts/run.mjs scripts/record-verdicts.ts KUBECONFIG');
  }
  const server = ApiServer.of(readFileSync(kubeconfig, 'utf8'));
  const cases = [];
  for (const { name, object } of readVerdicts(readFileSync(FILE, 'utf8')).cases) {
    cases.push({ name, object, problems: problemsOf(await server.tryToCreate(object)) });
  }
  writeFileSync(FILE, verdictsText({ server: await server.version(), cases }));
  console.log(`${FILE}: ${cases.length} verdicts, ${cases.filter(({ problems }) => problems.length === 0).length} objects accepted`);
}

main().catch((error: unknown) => {
  console.error(`record-verdicts: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
