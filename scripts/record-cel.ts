// Asks a real API server what it says of CEL rules, and writes its answers into the tables of the tests:
//   node scripts/run.mjs scripts/record-cel.ts KUBECONFIG
// The server is Kubernetes 1.32 with the CRDs that imports/ is made from; the kubeconfig holds a client certificate. To add a case, write
// it into a table with any answer and run this. Nothing is left behind: the expressions are rules of a CRD that is there for as long as
// it takes, and objects are only tried.
import { readFileSync, writeFileSync } from 'node:fs';
import { recordExpressions } from './record-cel/record-expressions';
import { recordObjects } from './record-cel/record-objects';
import { expressionsText, objectsText } from './record-cel/tables';
import type { ExpressionTable, ObjectTable } from './record-cel/tables';
import { ApiServer } from './record-verdicts/api-server';

const EXPRESSIONS = 'test/inspect/schema/cel/api-server-expressions.json';
const OBJECTS = 'test/inspect/schema/cel/api-server-rules.json';

async function main(): Promise<void> {
  const [kubeconfig] = process.argv.slice(2);
  if (kubeconfig === undefined) {
    throw new Error('usage: node scripts/run.mjs scripts/record-cel.ts KUBECONFIG');
  }
  const server = ApiServer.of(readFileSync(kubeconfig, 'utf8'));
  const expressions = await recordExpressions(server, read<ExpressionTable>(EXPRESSIONS));
  write(EXPRESSIONS, expressionsText({ ...expressions, server: await server.version() }));
  const objects = await recordObjects(server, read<ObjectTable>(OBJECTS));
  write(OBJECTS, objectsText({ ...objects, server: await server.version() }));
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

function write(file: string, text: string): void {
  writeFileSync(file, text);
  console.log(`${file}: recorded`);
}

main().catch((error: unknown) => {
  console.error(`record-cel: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
});
