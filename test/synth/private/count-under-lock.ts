// For the test of the lock: `count-under-lock FOLDER TIMES [FATAL]` adds one to FOLDER/count so many times, each time under the lock of the folder.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { whileLocked } from '../../../lib/synth/private/output-lock';

const [folder, times, fatal] = process.argv.slice(2);
const count = path.join(folder, 'count');

for (let time = 1; time <= Number(times); time += 1) {
  whileLocked(folder, () => {
    writeFileSync(count, String(Number(readFileSync(count, 'utf8')) + 1));
    if (time === Number(fatal)) {
      process.kill(process.pid, 'SIGKILL');
    }
  });
}
