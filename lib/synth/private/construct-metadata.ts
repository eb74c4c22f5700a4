import { ApiObject, Chart } from 'cdk8s';
import { identityOf } from './object-identity';
import { RenderedChart } from './rendered-chart';

/** The file by which the validation plugins of `cdk8s synth` find the construct of an object. */
export const METADATA_FILE = 'construct-metadata.json';

/** What is rendered into a folder. */
export interface FolderOfCharts {
  readonly name: string;
  readonly charts: readonly RenderedChart[];
}

/**
 * The text of that file. cdk8s knows `resources` alone, where the last object of a name counts; `folders` tells objects apart by folder, kind
 * and namespace.
 *
 * @param published where what lies beside the objects is, seen from the folder of the file, if that is elsewhere
 */
export function constructMetadata(folders: readonly FolderOfCharts[], published?: string): string {
  const constructs = folders.flatMap(({ charts }) => charts.flatMap(constructsOf));
  return JSON.stringify({
    version: '1.0.0',
    resources: Object.fromEntries(constructs.map(({ name, node }) => [name, { path: node.path }])),
    folders: Object.fromEntries(folders.map(({ name, charts }) => [name, Object.fromEntries(charts.flatMap(pathsOf))])),
    published,
  });
}

/** Of a chart that renders itself, all that stand in it. */
function constructsOf({ chart, objects }: RenderedChart): ApiObject[] {
  const rendered = objects.flatMap(({ construct }) => construct ?? []);
  const standing = (): ApiObject[] => chart.node.findAll().filter(ApiObject.isApiObject).filter(object => Chart.of(object) === chart);
  return rendered.length === objects.length ? rendered : standing();
}

function pathsOf({ objects }: RenderedChart): Array<[identity: string, path: string]> {
  return objects.flatMap(({ manifest, origin }) => {
    const identity = identityOf(manifest);
    return identity === undefined ? [] : [[identity, origin]];
  });
}
