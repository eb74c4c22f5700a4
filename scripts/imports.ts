// Makes imports/ from CRDs: `npm run imports -- [PATH...]`. docs/imports.md explains it, imports/lock.json pins it.
import { readFileSync, writeFileSync } from 'node:fs';
import { generate } from './imports/generate';
import { ImportsError } from './imports/imports-error';
import { publish } from './imports/publish';
import { readRequest } from './imports/request';
import { withSourceTable } from './imports/source-table';

const PAGE = 'docs/imports.md';

function main(): void {
  const request = readRequest(process.argv.slice(2));
  const { lock, files } = generate(request);
  const output = request.output ?? 'imports';
  const page = request.output === undefined ? withSourceTable(readFileSync(PAGE, 'utf8'), lock) : undefined;
  publish(output, files);
  if (page !== undefined) {
    writeFileSync(PAGE, page);
  }
  const constructs = Object.values(lock.constructs);
  const tables = Object.keys(lock.outputs).filter(file => file.startsWith('schemas/')).length;
  console.log(`${output}: files with constructs: ${constructs.length}, kinds: ${constructs.flat().length}, schema tables: ${tables}`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof ImportsError)) {
    throw error;
  }
  console.error(`imports: ${error.message}`);
  process.exitCode = 2;
}
