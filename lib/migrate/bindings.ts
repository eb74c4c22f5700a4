import * as cdk8s from 'cdk8s';
import type { Bindings } from './code/run-code';
import { CONSTRUCT_FILES } from './known-constructs';
import { MESH_NAMES } from './mesh-names';

/** What a chart may name besides its own constants, and how it imports that. */
export const GLOBAL_BINDINGS: Bindings = new Map<string, unknown>([
  ['Date', Date],
  ['ApiObject', cdk8s.ApiObject],
  ['Duration', cdk8s.Duration],
  ...[...CONSTRUCT_FILES].map(([alias, { exported }]) => [alias, exported] as const),
  ...MESH_NAMES,
]);

const FROM_CDK8S: ReadonlySet<string> = new Set(['ApiObject', 'Duration']);

/** The import statements for a chart that uses these names. */
export function importStatements(used: ReadonlySet<string>): string[] {
  const fromCdk8s = ['Chart', ...[...used].filter(name => FROM_CDK8S.has(name))].sort();
  const fromMesh = [...used].filter(name => MESH_NAMES.has(name)).sort();
  const files = [...used].flatMap(name => CONSTRUCT_FILES.get(name)?.statement ?? []);
  return [
    `import { ${fromCdk8s.join(', ')} } from 'cdk8s';`,
    ...(fromMesh.length === 0 ? [] : [`import { ${fromMesh.join(', ')} } from 'cdk8s-mesh';`]),
    ...files,
    'import { Construct } from \'constructs\';',
  ].sort((a, b) => (moduleOf(a) < moduleOf(b) ? -1 : 1));
}

/** As alphabetical order of imports compares them: letter by letter, whatever the case. */
function moduleOf(statement: string): string {
  return /'(.*)'/.exec(statement)![1].toLowerCase();
}
