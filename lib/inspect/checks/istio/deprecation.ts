import { percentageFix } from '../../fix/known-fixes';
import { httpEntries } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  delayPercent: istioRule('IST0002', 'warning', ['deprecated-delay-percent', 'A delay fault uses the deprecated field percent.']),
  egressProxy: istioRule('IST0002', 'warning', ['deprecated-egress-proxy', 'A Sidecar uses the deprecated field egressProxy.']),
  rbac: istioRule('IST0002', 'warning', ['deprecated-rbac-crd', 'A CRD belongs to the RBAC that AuthorizationPolicy replaced.']),
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
      yield { rule: rules.rbac, path: name.path, message: `${name.text} is a kind that Istio no longer reads`, repair: 'write an AuthorizationPolicy' };
    }
  },
});
