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

const INSTALLATION = 'values of an installation are no object: leave them to Helm or istioctl';

const REASONS: Readonly<Record<NoObject['what'], string>> = {
  'without-kind': 'a mapping without kind is no object: if a program makes objects of it, as Helm does, import what that prints',
  'list': 'a list of what is no object: make each item that is meant to be one a document of its own, with apiVersion and kind',
  'kustomization': 'a kustomization is a list for kustomize, and no object: where it changes what it lists, import what kubectl kustomize prints',
  'named-by-kustomization': 'a kustomization names the file as a patch, as settings or as what a ConfigMap holds, so it has no objects of its own: import what kubectl kustomize prints',
};

function passedOver(other: NoObject): RefusedObject {
  return isUnfinished(other)
    ? { ...located(other), reason: 'an object without kind cannot be applied: write its apiVersion and kind' }
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
