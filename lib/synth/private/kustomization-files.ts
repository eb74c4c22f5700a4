import { YamlOutputType } from 'cdk8s';
import { inApplyOrder } from './apply-order';
import { CompanionWish } from './companion-files';
import { RenderedObject } from './rendered-chart';

/** A file with objects. */
export interface ObjectFile {
  readonly path: string;
  readonly object: RenderedObject;
}

/** The layout in which each chart has a folder, and each object a file. */
export const FOLDER_PER_CHART = YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;

/**
 * The layout for kustomizations, if a project asks for one or for none.
 *
 * @throws when the files of all charts would lie in one folder, so that there could be one kustomization of all only.
 */
export function layoutOfUnits(outputType = FOLDER_PER_CHART): YamlOutputType {
  if (outputType !== FOLDER_PER_CHART && outputType !== YamlOutputType.FILE_PER_RESOURCE) {
    throw new Error(`yamlOutputType YamlOutputType.${YamlOutputType[outputType]}: creates no folder for each chart or namespace, which kustomizations need. Omit it, or use FOLDER_PER_CHART_FILE_PER_RESOURCE or FILE_PER_RESOURCE.`);
  }
  return outputType;
}

/**
 * A kustomization for each unit of delivery: the folder of a chart or namespace, or what belongs to no namespace. None is for all of them,
 * since building one takes more than the square of its objects.
 *
 * @param files path of a file below the folder of the environment, to the one object in it
 */
export function kustomizationFiles(owner: string, files: ReadonlyMap<string, readonly RenderedObject[]>): CompanionWish[] {
  return [...unitsIn(files)].map(([unit, objects]) => (
    { owner, companion: { path: unit + FILE_NAME, content: () => kustomization(unit, objects) } }
  ));
}

/** The objects of each unit: its folder with a `/` at the end, or nothing for what belongs to none. */
export function unitsIn(files: ReadonlyMap<string, readonly RenderedObject[]>): Map<string, ObjectFile[]> {
  const units = new Map<string, ObjectFile[]>();
  for (const [path, [object]] of files) {
    const unit = unitOf(path);
    const known = units.get(unit);
    if (known === undefined) {
      units.set(unit, [{ path, object }]);
    } else {
      known.push({ path, object });
    }
  }
  return units;
}

/** kustomize, Flux and Argo CD know the name, and `kubectl apply -f`, which would take it for an object, reads no file without an ending. */
const FILE_NAME = 'Kustomization';

function unitOf(path: string): string {
  return path.slice(0, path.indexOf('/') + 1);
}

function kustomization(unit: string, objects: readonly ObjectFile[]): Readonly<Record<string, unknown>> {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    // Otherwise kustomize sorts by an order of its own, in which kinds of a mesh stand by their letters.
    sortOptions: { order: 'fifo' },
    resources: inApplyOrder(objects, ({ object }) => object.manifest).map(({ path }) => path.slice(unit.length)),
  };
}
