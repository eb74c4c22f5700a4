import { listed } from '../../listed';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const unrestricted = istioRule('IST0175', 'warning', ['jwks-unrestricted', 'The control plane may fetch JWT keys of RequestAuthentications from any address.']);

const VARIABLE = 'BLOCKED_CIDRS_IN_JWKS_URIS';

/** A control plane that whoever may write a RequestAuthentication can send to any address. */
export const jwksAddressesCheck = defineCheck({
  rules: [unrestricted],
  analyzer: 'authn.BlockedCIDRsAnalyzer',
  kinds: ['apps/Deployment'],
  reads: ['security.istio.io/RequestAuthentication'],
  * judge(deployment, { set }) {
    const names = fetching(set);
    if (names.length === 0 || deployment.labels.app !== 'istiod' || isRestricted(deployment)) {
      return;
    }
    yield {
      rule: unrestricted,
      path: ['metadata', 'name'],
      message: `istiod may fetch JWT keys from any address for ${listed(names, 5)}`,
      repair: `set ${VARIABLE} of istiod to the ranges that it must not call`,
    };
  },
});

/** The names of the RequestAuthentications. */
const fetching = perSet(set => set.of('security.istio.io/RequestAuthentication').map(({ fullName }) => fullName).sort());

function isRestricted({ spec }: Resource): boolean {
  const variables = spec.at('template', 'spec', 'containers').items().flatMap(container => container.at('env').items());
  return variables.some(variable => variable.at('name').text === VARIABLE && variable.at('value').isFilled);
}
