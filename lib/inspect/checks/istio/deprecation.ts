import { percentageFix } from '../../fix/known-fixes';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  delayPercent: istioRule('IST0002', 'warning', ['deprecated-delay-percent', 'The share of requests that a fault delays is said by a field that is deprecated.']),
  egressProxy: istioRule('IST0002', 'warning', ['deprecated-egress-proxy', 'A Sidecar sends what leaves the mesh to a proxy by a field that is deprecated.']),
  rbac: istioRule('IST0002', 'warning', ['deprecated-rbac-crd', 'A definition belongs to the authorization of Istio before AuthorizationPolicy.']),
};

/** The kinds of the group `rbac.istio.io`, which no release knows any more. */
const RBAC_KINDS = ['ClusterRbacConfig', 'RbacConfig', 'ServiceRole', 'ServiceRoleBinding'];

/** Fields and kinds that Istio will drop, or has dropped. */
export const deprecationCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'deprecation.DeprecationAnalyzer',
  kinds: ['networking.istio.io/VirtualService', 'networking.istio.io/Sidecar', 'apiextensions.k8s.io/CustomResourceDefinition'],
  fields: ['percent', 'egressProxy', 'group'],
  * judge(object) {
    const { kind, spec } = object;
    if (kind === 'networking.istio.io/VirtualService') {
      for (const delay of httpEntries(object).map(entry => entry.at('fault', 'delay'))) {
        const percent = delay.at('percent');
        if ((percent.number ?? 0) > 0) {
          const fix = percentageFix(delay, percent, 'percentage');
          yield { rule: rules.delayPercent, path: percent.path, message: 'fault.delay.percent is deprecated', repair: 'write percentage: {value: ...}', fix };
        }
      }
    }
    const proxy = spec.at('outboundTrafficPolicy', 'egressProxy');
    if (kind === 'networking.istio.io/Sidecar' && proxy.isSet) {
      yield { rule: rules.egressProxy, path: proxy.path, message: 'outboundTrafficPolicy.egressProxy is deprecated', repair: 'route to an egress gateway instead' };
    }
    const [group, name] = [spec.at('group'), spec.at('names', 'kind')];
    if (group.text === 'rbac.istio.io' && RBAC_KINDS.includes(name.text ?? '')) {
      yield { rule: rules.rbac, path: name.path, message: `${name.text} is a kind that no release of Istio reads any more`, repair: 'write an AuthorizationPolicy' };
    }
  },
});
