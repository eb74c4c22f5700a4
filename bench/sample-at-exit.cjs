// `node --require ./bench/sample-at-exit.cjs PROGRAM`: the program runs as it is, and the last line of its output tells its time from the
// start of the process and the most memory that it took.
process.on('exit', () => {
  console.log(JSON.stringify({ milliseconds: performance.now(), mebibytes: process.resourceUsage().maxRSS / 1024 }));
});
