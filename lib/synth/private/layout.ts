import { YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { fileName } from './file-name';
import { groupOf } from './object-identity';
import { RenderedChart, RenderedObject } from './rendered-chart';

/** How objects are spread over files. */
export interface Layout {
  readonly outputType: YamlOutputType;
  /** What file names end with, e.g. `.k8s.yaml`. */
  readonly extension: string;
  /** The environment or app whose folder it is: charts are named by their path below it. */
  readonly scope: IConstruct;
}

/**
 * Spreads rendered charts over files: path, relative to the folder, to the objects in it. A name depends on the chart's or the
 * object's own names alone, never on a position or on what else there is.
 *
 * @throws when two charts, or two objects that have a file each, would share one file.
 */
export function layOut(charts: readonly RenderedChart[], layout: Layout): Map<string, RenderedObject[]> {
  const { split, path } = LAYOUTS[layout.outputType];
  const files = new Map<string, RenderedObject[]>();
  const owners = new Map<string, Owner>();
  for (const { chart, objects } of charts) {
    const chartName = idsBelow(layout.scope, chart);
    for (const object of objects) {
      const file = path(chartName, object, layout.extension);
      const owner = { file, origin: split === 'chart' ? chart.node.path : object.origin, what: split === 'object' ? object : chart };
      // Names that differ only by case are one file on a disk that ignores case, so they are one here, wherever it runs.
      const other = owners.get(file.toLowerCase());
      if (other === undefined) {
        owners.set(file.toLowerCase(), owner);
        files.set(file, [object]);
      } else if (split === 'app' || other.what === owner.what) {
        files.get(file)!.push(object);
      } else {
        throw new Error(clash(split, owner, other));
      }
    }
  }
  owners.forEach(owner => requireFolders(owner, owners));
  return files;
}

/** Where files have no extension, one may have the name of a folder that others lie in. */
function requireFolders(owner: Owner, owners: ReadonlyMap<string, Owner>): void {
  const folders = owner.file.split('/').slice(0, -1).map((_, index, names) => names.slice(0, index + 1).join('/'));
  for (const folder of folders) {
    const other = owners.get(folder.toLowerCase());
    if (other !== undefined) {
      throw new Error(`${owner.origin}: would write ${owner.file} below ${other.file}, which is the file of ${other.origin}. Rename one of the two, or give files an extension.`);
    }
  }
}

interface Owner {
  readonly file: string;
  readonly origin: string;
  readonly what: unknown;
}

interface LayoutRule {
  /** What gets a file of its own. */
  readonly split: 'app' | 'chart' | 'object';
  readonly path: (chartName: readonly string[], object: RenderedObject, extension: string) => string;
}

const LAYOUTS: Readonly<Record<YamlOutputType, LayoutRule>> = {
  [YamlOutputType.FILE_PER_APP]: { split: 'app', path: (_, _object, extension) => fileName(['app'], extension) },
  [YamlOutputType.FILE_PER_CHART]: { split: 'chart', path: (chartName, _, extension) => fileName(chartName, extension) },
  [YamlOutputType.FILE_PER_RESOURCE]: { split: 'object', path: (_, object, extension) => objectPath(object, extension) },
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE]: {
    split: 'object',
    path: (chartName, object, extension) => `${fileName(chartName, '')}/${objectPath(object, extension)}`,
  },
};

/** `namespace/Kind.group.name`, with all that tells two objects apart; without a namespace, `Kind.group.name`. */
function objectPath({ manifest, origin }: RenderedObject, extension: string): string {
  const { kind, metadata: { name, namespace } = {} } = manifest;
  if (!kind || !name) {
    throw new Error(`${origin}: an object without ${kind ? 'metadata.name' : 'kind'} cannot have its own file. Add it, or render one file per chart.`);
  }
  const file = fileName([kind, ...groupOf(manifest), name], extension);
  return namespace ? `${fileName([namespace], '')}/${file}` : file;
}

function idsBelow(scope: IConstruct, construct: IConstruct): string[] {
  const scopes = construct.node.scopes;
  return scopes.slice(scopes.indexOf(scope) + 1).map(({ node }) => node.id);
}

function clash(split: LayoutRule['split'], one: Owner, other: Owner): string {
  const [files, repair] = one.file === other.file
    ? [`the file ${one.file}, which ${other.origin} also writes`, split === 'chart' ? 'Rename one of the two charts' : 'Rename or remove one of the two objects']
    : [`${one.file}, and ${other.origin} ${other.file}, which are the same file on a case-insensitive file system`, 'Rename one of the two'];
  return `${one.origin}: would write ${files}. ${repair}.`;
}
