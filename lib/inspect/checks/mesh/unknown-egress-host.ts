import type { Field } from '../../mesh/field';
import { isOfFlagger } from '../../mesh/flagger-services';
import { serviceHost, serviceNamed } from '../../mesh/hosts';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { knownHosts } from '../../mesh/known-hosts';
import { clustersOf, ObjectSet } from '../../mesh/object-set';
import { mayHaveOtherObjects } from '../../mesh/pod-makers';
import { servicesIn } from '../../mesh/services-by-name';
import { nameMistyped } from '../../nearest';
import { CheckContext, defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const unknownEgressHost = meshRule('MESH123', 'warning', ['unknown-egress-host', 'The egress of a Sidecar misspells the name of a Service.']);

/** Hosts that differ by a letter from a Service, by which a Sidecar lets its pods know nothing. What is called otherwise may be elsewhere. */
export const unknownEgressHostCheck = defineCheck({
  rules: [unknownEgressHost],
  kinds: ['networking.istio.io/Sidecar'],
  fields: ['egress'],
  reads: ['Service', SERVICE_ENTRY, 'flagger.app/Canary'],
  * judge({ spec, namespace }, context) {
    for (const place of spec.at('egress').items().flatMap(listener => listener.at('hosts').items())) {
      const [, scope, host] = /^([^/]+)\/([^/*]+)$/.exec(place.text ?? '') ?? [];
      if (host !== undefined) {
        yield* judgeHost(context, place, { scope: scope === '.' ? namespace : scope, host });
      }
    }
  },
});

/** What an entry names: a host, of a namespace or of any. */
interface Named {
  readonly scope: string;
  readonly host: string;
}

function* judgeHost({ set, schemas }: CheckContext, place: Field, { scope, host }: Named): Judgement {
  const { namespace, name } = serviceNamed(set, host, '');
  if (namespace === '' || clustersOf(set).some(cluster => cluster.knows('Service', namespace, name)) || isOfFlagger(set, host) || isProvided(set, host)) {
    return;
  }
  const near = mayHaveOtherObjects(set, schemas, namespace) ? undefined : nameMistyped(name, servicesIn(set, namespace));
  if (near !== undefined) {
    yield {
      rule: unknownEgressHost,
      path: place.path,
      message: `Service ${namespace}/${name} is not in the input; without it, this entry has no effect`,
      repair: `did you mean "${scope}/${serviceHost(set, near, namespace)}"?`,
    };
  }
}

/** Whether a ServiceEntry provides a host, for whichever namespaces. */
function isProvided(set: ObjectSet, host: string): boolean {
  const { byScope, wildcards } = knownHosts(set);
  return [...byScope.values()].some(hosts => hosts.has(host)) || [...wildcards.values()].some(hosts => hosts.covered(host).length > 0);
}
