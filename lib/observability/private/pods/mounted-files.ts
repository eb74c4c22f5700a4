import { createHash } from 'node:crypto';
import { ApiObject, Lazy } from 'cdk8s';
import { ConfigMap, Container, Volume, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { claimName } from '../../../mesh/private/claim-name';
import { lateAnnotation } from '../../../mesh/private/late-annotation';
import { once } from '../../../mesh/private/settled';

export interface MountedFiles {
  /** of the ConfigMap */
  readonly name: string;
  /** the folder in which the files are */
  readonly folder: string;
  /** by their names; asked for at the end, since more may be said until then */
  readonly files: () => Readonly<Record<string, string>>;
  /** labels of the ConfigMap, which others may look for */
  readonly labels?: Readonly<Record<string, string>>;
  /** those that see the files; undefined: all of the pods */
  readonly containers?: readonly Container[];
}

/**
 * Gives the containers of pods files, which they can only read: a ConfigMap, and a checksum on the pods, which are replaced when a file changes.
 *
 * @param place an empty construct, in front of that of the pods
 * @throws with both paths when there is a ConfigMap of this name
 */
export function mountFiles(place: Construct, pods: Workload, { name, folder, files, labels, containers = pods.containers }: MountedFiles): ApiObject {
  const owner = place.node.scope!;
  claimName(owner, { what: 'ConfigMap', name }, owner.node.path, 'Give one of the two another name.');
  const data = once(place, files);
  const object = new ApiObject(place, 'Default', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, ...(labels === undefined ? {} : { labels: { ...labels } }) },
    data: Lazy.any({ produce: data }),
  });
  const map = ConfigMap.fromConfigMapName(place, 'map', name);
  containers.forEach(container => container.mount(folder, Volume.fromConfigMap(place, 'volume', map, { name }), { readOnly: true }));
  pods.podMetadata.addAnnotation(`checksum/${name}`, lateAnnotation(() => checksum(data())));
  return object;
}

function checksum(files: Readonly<Record<string, string>>): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex');
}
