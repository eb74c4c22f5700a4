// A child process of these tests: `render-shop EDITION OUTDIR SERVICES` says when it begins to publish, and when it has.
import fs from 'node:fs';
import { Edition, shop } from './shop';

const [edition, outdir, services] = process.argv.slice(2);
const { openSync } = fs;

// Only the lock is opened so.
fs.openSync = (...args) => {
  const descriptor = openSync(...args);
  if (args[1] === 'wx') {
    fs.writeSync(1, 'publishing\n');
  }
  return descriptor;
};

shop(edition as Edition, { outdir, services: Number(services) }).synth();
fs.writeSync(1, 'published\n');
