import { main } from './main';
import { processTerminal } from './terminal';

// Whoever reads the result may stop reading: `cdk8s-mesh codes | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
  process.exit();
});

void main(process.argv.slice(2), processTerminal()).then(status => { process.exitCode = status; });
