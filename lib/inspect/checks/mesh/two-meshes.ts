import { hasLinkerdProxy, LINKERD_INJECT } from '../../mesh/linkerd-injection';
import { hasSidecar } from '../../mesh/mesh-membership';
import { isOwned } from '../../mesh/pods';
import { podsOf } from '../../mesh/workload-containers';
import { WORKLOAD_KINDS, workloadOf } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const twoMeshes = meshRule('MESH018', 'error', ['two-meshes', 'The pods of a workload get the proxies of Istio and of Linkerd.']);

/** Workloads that are in two meshes. */
export const twoMeshesCheck = defineCheck({
  rules: [twoMeshes],
  kinds: WORKLOAD_KINDS,
  reads: ['Namespace'],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    if (!hasLinkerdProxy(set, workload)) {
      return;
    }
    const annotation = workload.pod.at('metadata', 'annotations', LINKERD_INJECT);
    const isOnNode = workload.pod.at('spec', 'hostNetwork').value === true;
    if (!isOnNode && hasSidecar(set, podsOf(workload)) === true && !isOwned(set, workload)) {
      yield {
        rule: twoMeshes,
        path: annotation.isSet ? annotation.path : ['metadata', 'name'],
        message: 'the pods get both an Istio and a Linkerd proxy, and each captures the traffic of the other',
        repair: 'opt out of one mesh: set the label sidecar.istio.io/inject: "false" or the annotation linkerd.io/inject: disabled on the pods',
      };
    }
  },
});
