import { readDocument } from '../model/read-document';
import type { Field } from './field';
import { meshConfigIn, MESH_CONFIG_KINDS } from './mesh-config';
import { Resource } from './resource';
import { WORKLOAD_KINDS, workloadOf } from './workloads';

/** The kinds that can hold settings of proxies. */
export const PROXY_CONFIG_KINDS: readonly string[] = [...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS];

/** The annotation by which pods say something of their own proxies. */
export const PROXY_CONFIG_ANNOTATION = 'proxy.istio.io/config';

/** The settings of proxies that an object holds: those of all in a mesh config, or those of its own pods in an annotation. */
export const proxyConfigIn = Resource.oncePer((resource): Field | undefined => {
  if (!WORKLOAD_KINDS.includes(resource.kind)) {
    return meshConfigIn(resource)?.config.at('defaultConfig');
  }
  const annotation = workloadOf(resource).pod.at('metadata', 'annotations', PROXY_CONFIG_ANNOTATION);
  return annotation.text === undefined ? undefined : annotation.holding(readDocument(annotation.text).value);
});
