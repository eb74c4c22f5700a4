import { isObject } from '../inspect/is-object';
import type { Input, LocatedProblem } from '../inspect/model/input';
import type { KubeObject } from '../inspect/model/kube-object';
import type { NoObject } from '../inspect/model/no-object';
import type { RefusedObject } from '../migrate/imported';
import type { Place } from '../migrate/source-object';
import { INSTALL_FILE } from './environment-sets';

/** The objects that are to be imported. */
export function importable({ objects }: Input): KubeObject[] {
  return objects.filter(object => !isInstallation(object));
}

/** All else that was read: what is no object, or none that can be read. */
export function notImported({ objects, values, others, problems }: Input): RefusedObject[] {
  return [
    ...problems.filter(({ problem: { kind } }) => kind !== DUPLICATE).map(reported),
    ...others.map(passedOver),
    ...[...objects.filter(isInstallation), ...values].map(one => ({ ...located(one), reason: INSTALLATION, noObject: true as const })),
  ];
}

/** Keys that stand twice: the last value is imported, as kubectl reads it where it does not refuse it. */
export function droppedValues({ problems }: Input): RefusedObject[] {
  return problems.filter(({ problem: { kind } }) => kind === DUPLICATE).map(reported);
}

/** Where an object begins. It takes time to find out. */
export function placeOf({ document, path }: Pick<NoObject, 'document' | 'path'>): Place {
  return { file: document.file.name, line: document.positionOf(path).line };
}

const DUPLICATE = 'duplicate-key';

/** Whether it says what istioctl installs. It has a kind, which no API server needs to know. */
function isInstallation({ value: { apiVersion }, document }: KubeObject): boolean {
  return INSTALL_FILE.test(document.file.name) && typeof apiVersion === 'string' && apiVersion.startsWith('install.istio.io/');
}

const INSTALLATION = 'installation values are not an object: leave them to Helm or istioctl';

const REASONS: Readonly<Record<NoObject['what'], string>> = {
  'without-kind': 'a mapping without kind is not an object: if a tool such as Helm generates objects from it, import the output of that tool',
  'list': 'a list whose items are not objects: write each object as a separate document with apiVersion and kind',
  'kustomization': 'a kustomization is not an object: if it changes the objects that it lists, import the output of kubectl kustomize',
  'named-by-kustomization': 'a kustomization uses this file as a patch, settings or ConfigMap data, so it contains no objects: import the output of kubectl kustomize',
};

function passedOver(other: NoObject): RefusedObject {
  return isUnfinished(other)
    ? { ...located(other), reason: 'an object without kind cannot be applied: add its apiVersion and kind' }
    : { ...located(other), reason: INSTALL_FILE.test(other.document.file.name) ? INSTALLATION : REASONS[other.what], noObject: true };
}

/** Whether somebody has forgotten the kind, rather than written something else. */
function isUnfinished({ value, what }: NoObject): boolean {
  return what === 'without-kind' && isObject(value) && isObject(value.metadata);
}

function located(one: Pick<NoObject, 'document' | 'path'>): Pick<RefusedObject, 'place'> {
  return { place: () => placeOf(one) };
}

function reported({ problem: { message, repair, path, offset }, document }: LocatedProblem): RefusedObject {
  return {
    place: () => ({ file: document.file.name, line: (offset === undefined ? document.positionOf(path) : document.positionAt(offset)).line }),
    reason: repair === undefined ? message : `${message}: ${repair}`,
  };
}
