import { inlineLess } from './inline-less';
import { main } from './main';
import { processTerminal } from './terminal';
import { tool } from './tool';

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // Whoever reads the result may stop reading: `cdk8s-mesh codes | head -1`.
  if (code === 'EPIPE') {
    process.exit();
  }
  process.stderr.write(`${tool.name}: cannot write the result to stdout: ${message}\n`);
  process.exit(2);
});

// Where notes cannot be written, nobody can be told.
process.stderr.on('error', () => {});

inlineLess();

void main(process.argv.slice(2), processTerminal()).then(status => { process.exitCode = status; });
