// Holds our CEL engine and two from npm against the answers of a real API server, and prints with how many rules each agrees, as
// docs/decisions/0006-cel.md tells:
//   npm install --no-save @bufbuild/cel@0.6.1 @marcbachmann/cel-js@8.0.0
//   node scripts/run.mjs scripts/compare-cel-engines.ts
// What counts is the verdict alone (a rule holds, breaks or fails), not the words of an error. The two are not among the packages of this
// project; they may lie elsewhere, too, in a folder that NODE_PATH names.
import { readFileSync } from 'node:fs';
import { bufbuildCel, celJs, ours } from './compare-cel-engines/engines';
import { scoreTable } from './compare-cel-engines/score-table';
import { scoresOf } from './compare-cel-engines/scores';
import type { ExpressionTable } from './record-cel/tables';

const EXPRESSIONS = 'test/inspect/schema/cel/api-server-expressions.json';

function main(): void {
  const engines = [bufbuildCel(), celJs(), ours()];
  const table = JSON.parse(readFileSync(EXPRESSIONS, 'utf8')) as ExpressionTable;
  console.log(scoreTable(engines.map(({ name }) => name), scoresOf(table, engines)));
}

try {
  main();
} catch (error) {
  console.error(`compare-cel-engines: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
