import { groupBy } from '../../group-by';
import type { Field } from '../../mesh/field';
import { gatewayReferences, ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { ISTIO_NAMESPACE } from '../../mesh/installed-gateway';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { podsSelected, RunningPod } from '../../mesh/pods';
import { isRepresented } from '../../mesh/represented-namespaces';
import type { Resource } from '../../mesh/resource';
import { httpMatches } from '../../mesh/route-entries';
import { selects } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const claimRoute = istioRule('IST0149', 'error', ['jwt-claim-route', 'A route matches a token claim, but the gateway does not validate tokens.']);

/** Routes by claims of a token: without a RequestAuthentication at the gateway they never match. */
export const jwtClaimRoutesCheck = defineCheck({
  rules: [claimRoute],
  analyzer: 'virtualservice.JWTClaimRouteAnalyzer',
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['gateways'],
  reads: [ISTIO_GATEWAY, 'security.istio.io/RequestAuthentication', ...WORKLOAD_KINDS],
  * judge(virtualService, { set }) {
    const claim = claimOf(virtualService);
    if (claim === undefined) {
      return;
    }
    for (const { namespace, name, place } of gatewayReferences(virtualService)) {
      const gateway = set.find(ISTIO_GATEWAY, namespace, name);
      const pods = gateway === undefined ? [] : podsSelected(set, gateway.spec.at('selector').textMap);
      for (const pod of pods.filter(one => !isAuthenticated(set, one))) {
        yield isRepresented(set, pod.namespace)
          ? {
              rule: claimRoute,
              path: claim.path,
              message: `no RequestAuthentication validates tokens in ${pod.fullName}, a pod of the Gateway ${place.text}, so this route never matches`,
              repair: 'add a RequestAuthentication that selects the pods of the gateway',
            }
          : { undecided: claimRoute, unknown: `RequestAuthentication for ${pod.fullName}` };
      }
    }
  },
});

const CLAIM = /^@request\.auth\.claims(?:\..+|\[.+\].*)$/i;

function claimOf(virtualService: Resource): Field | undefined {
  return httpMatches(virtualService)
    .flatMap(match => [...match.at('headers').entries(), ...match.at('withoutHeaders').entries()])
    .find(([name]) => CLAIM.test(name))?.[1];
}

function isAuthenticated(set: ObjectSet, { namespace, labels }: RunningPod): boolean {
  return [...new Set([ISTIO_NAMESPACE, namespace])].flatMap(one => authentications(set).get(one) ?? [])
    .some(({ spec }) => selects(spec.at('selector', 'matchLabels').textMap, labels));
}

const authentications = perSet(set => groupBy(set.of('security.istio.io/RequestAuthentication'), ({ namespace }) => namespace));
