import path from 'node:path';
import { transformSync } from '@swc/core';

/**
 * Runs a TypeScript program as a user's, inside this process: `cdk8s-mesh` is lib/, and relative paths lead into `folder`. Gives what
 * it exports.
 */
export function runTypeScript(code: string, folder: string): Record<string, unknown> {
  const { code: script } = transformSync(code, { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } });
  const program = { exports: {} };
  const home = process.cwd();
  process.chdir(folder);
  try {
    new Function('require', 'module', 'exports', script)(requireFor(home), program, program.exports);
  } finally {
    process.chdir(home);
  }
  return program.exports;
}

function requireFor(root: string): (name: string) => unknown {
  return name => {
    const [, rest = ''] = /^cdk8s-mesh\/?(.*)$/.exec(name) ?? [];
    return require(name.startsWith('cdk8s-mesh') ? path.join(root, EXPORTS.get(rest) ?? rest) : name);
  };
}

/** What package.json exports by another name than its file has. */
const EXPORTS: ReadonlyMap<string, string> = new Map([['', 'lib'], ...['check', 'jest', 'cdk8s-plugin'].map(name => [name, `lib/outlets/${name}`] as const)]);
