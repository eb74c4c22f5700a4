import { ApiObject, JsonPatch } from 'cdk8s';
import { FsGroupChangePolicy, PodSecurityContextProps, Service, StatefulSet, Volume } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { VolumeClaim } from '../../volume-claim';
import { requireNone } from '../require-none';
import { claimTemplate, requireClaims } from './volume-claims';
import { claimWorkload, selectByLabels, WorkloadDetails, workloadProps } from './workload';

/** The StatefulSet of a version. @param governing the Service that gives each of its pods a name */
export function createStatefulSet(place: Construct, details: WorkloadDetails, governing: ApiObject): StatefulSet {
  const { id, name, path, storage = [], storageGroup } = details;
  requireClaims(storage, path);
  if (storage.length === 0) {
    requireNone({ storageGroup }, `${path}: has no storage`, 'set storage: [{ name: "data", ... }]');
  }
  if (name.length > LONGEST_NAME) {
    throw new Error(`${path}: "${name}" is too long for a StatefulSet, whose name Kubernetes uses in labels. Shorten the names of service and version to ${LONGEST_NAME - 1} characters together.`);
  }
  claimWorkload('StatefulSet', place, details);
  const set = new StatefulSet(place, id, {
    ...workloadProps(place, details),
    service: namedOnly(governing),
    securityContext: storage.length === 0 ? undefined : ownedBy(storageGroup),
  });
  selectByLabels(set, details.labels);
  if (storage.length > 0) {
    claimVolumes(place, set, storage);
  }
  return set;
}

/** Behind it come a hyphen and up to ten characters in a label, which holds 63. */
const LONGEST_NAME = 52;

/** Whatever the number, containers are made members of the group, and can write to what belongs to it. */
const USUAL_GROUP = 65532;

function ownedBy(fsGroup = USUAL_GROUP): PodSecurityContextProps {
  return { fsGroup, fsGroupChangePolicy: FsGroupChangePolicy.ON_ROOT_MISMATCH };
}

/** The Service as the constructs of cdk8s-plus see it, which would make it select by a hash of one StatefulSet. */
function namedOnly(service: ApiObject): Service {
  return Object.assign(service, { select: () => undefined }) as unknown as Service;
}

/** The constructs of cdk8s-plus mount volumes of pods only. A claim takes the place of the volume of its name, which is left out here. */
function claimVolumes(place: Construct, set: StatefulSet, storage: readonly VolumeClaim[]): void {
  const object = ApiObject.of(set);
  storage.forEach(({ name, mountPath }) => set.containers[0].mount(mountPath, Volume.fromEmptyDir(place, `${set.node.id}-${name}`, name)));
  object.addJsonPatch(JsonPatch.add('/spec/volumeClaimTemplates', storage.map(claimTemplate)));
  const render = object.toJson.bind(object) as () => RenderedSet;
  object.toJson = () => withoutVolumes(render(), storage.map(({ name }) => name));
}

interface RenderedSet {
  readonly spec: { readonly template: { readonly spec: { readonly volumes: readonly { readonly name: string }[] } } };
}

function withoutVolumes(set: RenderedSet, names: readonly string[]): RenderedSet {
  const { volumes, ...pod } = set.spec.template.spec;
  const others = volumes.filter(({ name }) => !names.includes(name));
  const spec = others.length === 0 ? pod : { ...pod, volumes: others };
  return { ...set, spec: { ...set.spec, template: { ...set.spec.template, spec: spec as typeof set.spec.template.spec } } };
}
