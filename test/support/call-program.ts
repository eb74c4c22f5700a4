import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contentsOf, fill } from './folder';
import { runTypeScript } from './run-typescript';

/** Where names of a program come from, the first that has them. */
const PACKAGES = [['cdk8s-mesh', '../../lib'], ['cdk8s', 'cdk8s'], ['cdk8s-plus-28', 'cdk8s-plus-28']]
  .map(([name, file]) => ({ name, exported: Object.keys(jest.requireActual<object>(file)) }));

const END = 'app.synth();';

/**
 * A program that ends with `app.synth()` and says one thing more: behind all else, or in place of what makes the same thing in it, such as the
 * mesh. It imports what it needs.
 */
export function programWith(program: string, call: string): string {
  const body = program.replace(/^import[^;]*;\n/gm, '');
  const same = /^Istio\.mesh\(/.exec(call)?.[0];
  const begin = same === undefined ? -1 : body.indexOf(same);
  const code = begin === -1
    ? body.replace(END, () => `${call};\n${END}`)
    : body.slice(0, begin) + call + body.slice(body.indexOf(')', begin) + 1);
  return importsOf(code) + code;
}

function importsOf(code: string): string {
  const used = new Set(code.replace(/'[^']*'/g, '').match(/\b(?:[A-Z]\w*|meshConfig(?=\.))/g));
  return PACKAGES.map(({ name, exported }) => {
    const names = exported.filter(entry => used.delete(entry));
    return names.length === 0 ? '' : `import { ${names.join(', ')} } from '${name}';\n`;
  }).join('');
}

/** What a program renders: file to text. @param given files that are there when it begins */
export function filesOf(program: string, given: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-call-')), 'app');
  mkdirSync(folder);
  try {
    fill(folder, given);
    runTypeScript(program, folder);
    return Object.fromEntries(Object.entries(contentsOf(folder)).filter(([file]) => file.endsWith('.yaml') && !(file in given)));
  } finally {
    rmSync(path.dirname(folder), { recursive: true });
  }
}
