import type { Field } from '../../mesh/field';
import { findHost, KnownHost } from '../../mesh/known-hosts';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { hasSidecar, isAmbientPod } from '../../mesh/mesh-membership';
import { effectiveMutualTls } from '../../mesh/mutual-tls';
import type { ObjectSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { portKey } from '../../mesh/policy-workloads';
import { selectorText } from '../../mesh/selectors';
import { podsOf, targetPort } from '../../mesh/workload-containers';
import { Workload, WORKLOAD_KINDS, workloadsSelected } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const tlsContradiction = meshRule('MESH053', 'error', ['tls-contradiction', 'A DestinationRule lets clients speak otherwise than the pods of the host take.']);

/** What clients do that DestinationRules tell, and what the pods let in by PeerAuthentication, that cannot meet. */
export const tlsContradictionCheck = defineCheck({
  rules: [tlsContradiction],
  kinds: ['networking.istio.io/DestinationRule'],
  fields: ['tls'],
  reads: ['Namespace', 'Service', 'networking.istio.io/ServiceEntry', 'security.istio.io/PeerAuthentication', ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge({ spec, namespace }, { set }) {
    const known = findHost(set, { namespace, exportTo: spec.at('exportTo').texts }, spec.at('host').text ?? '');
    if (known?.provider.kind !== 'Service' || Object.keys(known.selector).length === 0) {
      return;
    }
    for (const policy of [spec.at('trafficPolicy'), ...spec.at('subsets').items().map(subset => subset.at('trafficPolicy'))]) {
      const settings = policy.at('portLevelSettings').items().filter(setting => setting.at('tls').isSet);
      const special = new Set(settings.map(setting => setting.at('port', 'number').number));
      const ports = known.provider.spec.at('ports').items();
      yield* judgeTls(set, policy.at('tls', 'mode'), [known, ports.filter(port => !special.has(port.at('port').number))]);
      for (const setting of settings) {
        yield* judgeTls(set, setting.at('tls', 'mode'), [known, ports.filter(port => port.at('port').value === setting.at('port', 'number').value)]);
      }
    }
  },
});

/** Modes by which the proxies of the other side know no caller of the mesh. */
const FOREIGN = new Set(['DISABLE', 'SIMPLE', 'MUTUAL']);

function* judgeTls(set: ObjectSet, mode: Field, [known, ports]: readonly [known: KnownHost, ports: readonly Field[]]): Judgement {
  for (const port of ports) {
    const { provider, selector } = known;
    const key = [mode.text, provider.namespace, selectorText(selector), portKey(port)].join(' ');
    const refusal = refusals(set, key, () => refusalOf(set, mode.text ?? '', [known, port]));
    if (refusal !== undefined) {
      yield {
        rule: tlsContradiction,
        path: mode.path,
        message: `clients ${FOREIGN.has(mode.text!) ? 'use no mutual TLS of the mesh' : 'use mutual TLS'} by this mode, and ${refusal}`,
        repair: FOREIGN.has(mode.text!) ? 'write ISTIO_MUTUAL, or remove tls' : 'remove tls, so that the mesh finds out by itself',
      };
      return;
    }
  }
}

/** Many rules say the same of the same pods. */
const refusals = perKey<string | undefined>();

/** Why pods refuse what clients do; undefined when they take it. Where the set shows no pods, the selector of the Service stands in. */
function refusalOf(set: ObjectSet, mode: string, [{ provider, selector }, port]: readonly [known: KnownHost, port: Field]): string | undefined {
  const workloads = workloadsSelected(set, provider.namespace, selector);
  const number = port.at('targetPort').number ?? (port.at('targetPort').isSet ? undefined : port.at('port').number);
  const pods = workloads.length === 0 ? [{ namespace: provider.namespace, labels: selector, number }]
    : workloads.map(workload => ({ namespace: workload.namespace, labels: workload.labels, number: targetPort(port, podsOf(workload)), workload }));
  return pods.map(one => {
    const { mode: taken, policy } = effectiveMutualTls(set, one, one.number);
    const isOutside = 'workload' in one && isOutsideMesh(set, one.workload);
    if (FOREIGN.has(mode) && taken === 'STRICT' && !isOutside) {
      return `PeerAuthentication ${policy!.fullName} lets in nothing else at port ${one.number ?? port.at('targetPort').text}`;
    }
    if (mode !== 'ISTIO_MUTUAL') {
      return undefined;
    }
    return isOutside ? `the pods of ${one.workload.resource.fullName} have no proxy`
      : taken === 'DISABLE' ? `PeerAuthentication ${policy!.fullName} turns it off at port ${one.number ?? port.at('targetPort').text}` : undefined;
  }).find(text => text !== undefined);
}

function isOutsideMesh(set: ObjectSet, workload: Workload): boolean {
  return hasSidecar(set, podsOf(workload)) === false && !isAmbientPod(set, podsOf(workload));
}
