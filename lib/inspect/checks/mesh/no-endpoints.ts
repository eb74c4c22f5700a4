import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { fullHost, serviceNamed } from '../../mesh/hosts';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { clustersOf, ObjectSet, perSet } from '../../mesh/object-set';
import { isPatchedSomehow } from '../../mesh/patched-resources';
import { isMisspelled } from '../../mesh/unread';
import type { KubeObject } from '../../model/kube-object';
import { answered } from '../../once-per';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const noEndpoints = meshRule('MESH118', 'error', ['no-endpoints', 'A ServiceEntry has resolution STATIC, but no endpoints.']);

/** ServiceEntries behind whose hosts nobody is. Others of the same host may list endpoints for it, and a Service may have pods. */
export const noEndpointsCheck = defineCheck({
  rules: [noEndpoints],
  kinds: [SERVICE_ENTRY],
  fields: ['resolution'],
  reads: ['Service', 'flagger.app/Canary'],
  * judge(entry, { set }) {
    const { spec, namespace } = entry;
    const resolution = spec.at('resolution');
    if (resolution.text === 'STATIC' && !isPatchedSomehow(entry) && PROVIDERS.every(key => isEmpty(spec, key)) && spec.at('hosts').texts.every(host => isAlone(set, host, namespace))) {
      yield {
        rule: noEndpoints,
        path: resolution.path,
        message: 'STATIC resolution uses the listed endpoints, but there are none: requests and connections fail',
        repair: 'list endpoints or add a workloadSelector; otherwise write resolution: DNS for a DNS name, or NONE to use the address that the client calls',
      };
    }
  },
});

const PROVIDERS = ['endpoints', 'workloadSelector'];

/** What is misspelled, or cannot be read, the schema tells. */
function isEmpty(spec: Field, key: string): boolean {
  const place = spec.at(key);
  return place.isSet ? Array.isArray(place.value) && place.value.length === 0 : !isMisspelled(spec, key);
}

function isAlone(set: ObjectSet, host: string, namespace: string): boolean {
  const full = fullHost(set, host, namespace);
  const service = serviceNamed(set, full, namespace);
  return entriesOf(set).get(full)?.size === 1 && !isOfFlagger(set, full) && !clustersOf(set).some(cluster => cluster.knows('Service', service.namespace, service.name));
}

/** The entries that name a host. What is one text in several namespaces lacks endpoints in all of them. */
const entriesOf = perSet(set => {
  const entries = new Map<string, Set<KubeObject>>();
  for (const { spec, namespace, source } of set.of(SERVICE_ENTRY)) {
    spec.at('hosts').texts.forEach(host => answered(entries, fullHost(set, host, namespace), () => new Set()).add(source));
  }
  return entries;
});
