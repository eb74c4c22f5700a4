import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';

/** A ConfigMap that somebody renders. */
export interface ConfigMapObject {
  readonly name: string;
  /** undefined: where it lands is decided when it is applied */
  readonly namespace?: string;
  /** the names of what it holds */
  readonly keys: readonly string[];
}

/** A ConfigMap that the installer of a mesh writes. */
export interface InstallerMap {
  /** what to do instead, in a sentence */
  readonly repair: string;
  isOwn(object: ConfigMapObject): boolean;
}

/** What is wrong with objects that the installer of a mesh writes, too. @param concerns whether a construct is of this mesh */
export function installerMapProblems(scope: IConstruct, maps: readonly InstallerMap[], concerns: (construct: IConstruct) => boolean): string[] {
  const objects = scope.node.findAll().filter(ApiObject.isApiObject).filter(object => MAY_HOLD.includes(object.kind) && concerns(object));
  return objects.flatMap(object => configMapsIn(object).flatMap(configMap => {
    const map = maps.find(candidate => candidate.isOwn(configMap));
    return map === undefined ? [] : [
      `${object.node.path}: the ConfigMap "${configMap.name}" belongs to the installation of the mesh: this one would replace its contents until the next upgrade. Leave it out. ${map.repair}`,
    ];
  }));
}

/** A list stands for what is in it. */
const MAY_HOLD: readonly string[] = ['ConfigMap', 'List'];

interface Rendered {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly data?: object;
  readonly items?: readonly Rendered[];
}

function configMapsIn(object: ApiObject): ConfigMapObject[] {
  const rendered = object.toJson() as Rendered;
  return (object.kind === 'List' ? rendered.items ?? [] : [rendered])
    .filter(({ kind }) => kind === 'ConfigMap')
    .map(({ metadata: { name = '', namespace } = {}, data = {} }) => ({ name, namespace, keys: Object.keys(data) }));
}
