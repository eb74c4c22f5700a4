import { groupBy } from '../inspect/group-by';
import { wholeSet } from '../inspect/mesh/input-resources';
import type { NamespaceRules } from '../inspect/mesh/object-reference';
import type { OtherCluster } from '../inspect/mesh/object-set';
import { readInput } from '../inspect/model/input';
import { CliError } from './cli-error';
import { readInputFiles } from './input-files';

/**
 * What other clusters of the mesh hold, by flags `NAME=PATH`; several paths of one name are one cluster.
 *
 * @throws CliError when a flag is no such thing, or what it names cannot be read: a comparison with a part of a cluster would be no comparison.
 */
export function otherClusters(flags: readonly string[], rules: NamespaceRules): OtherCluster[] {
  return [...groupBy(flags.map(clusterPath), ({ name }) => name)].map(([name, parts]) => {
    const { files, failures: [failure] } = readInputFiles(parts.map(({ path }) => path));
    if (failure !== undefined) {
      throw new CliError(`--cluster ${name}: ${failure.message}`);
    }
    const input = readInput(files);
    const [broken] = input.problems;
    if (broken !== undefined) {
      const { file } = broken.document;
      throw new CliError(`--cluster ${name}: part of ${file.name} cannot be read; run cdk8s-mesh check ${file.name} to see why`);
    }
    return { name, set: wholeSet(input, rules, { complete: false, assumed: [] }) };
  });
}

function clusterPath(flag: string): { readonly name: string; readonly path: string } {
  const [, name, path] = /^([^=]+)=(.+)$/s.exec(flag) ?? [];
  if (name === undefined) {
    throw new CliError(`--cluster ${flag}: expected NAME=PATH, for example --cluster west=clusters/west`);
  }
  return { name, path };
}
