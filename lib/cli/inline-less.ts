import v8 from 'node:v8';

/**
 * Has V8 put fewer functions into one another. A check asks some hundred thousand different questions and is over in seconds, so compiling
 * them takes longer than they gain by it: a sixth of the time on two cores, and a fourth of the work. docs/decisions/0012-one-thread.md has the
 * figures. Only the releases of Node are told that are known to have this setting, since others would print that they have not.
 */
export function inlineLess(nodeVersion = process.versions.node): void {
  if (Number.parseInt(nodeVersion, 10) <= NEWEST_KNOWN) {
    v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=100');
  }
}

const NEWEST_KNOWN = 24;
