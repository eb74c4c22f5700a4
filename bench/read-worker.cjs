// What js-yaml alone needs to read a file: `read-worker FILE` prints one line of JSON. This is the build of js-yaml that bin/cdk8s-mesh has.
const { readFileSync } = require('node:fs');
const { loadAll } = require('js-yaml');

const text = readFileSync(process.argv[2], 'utf8');
const start = performance.now();
loadAll(text);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, mebibytes: process.resourceUsage().maxRSS / 1024 }));
