import { isOfControlPlane } from '../../mesh/mesh-membership';
import { workloadOf } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const proxyUid = istioRule('IST0144', 'warning', ['proxy-uid', 'A container runs as the user of the proxy, so its traffic bypasses the proxy.']);

/** The user of the proxy, whose own traffic is not sent to it again. */
const PROXY_UID = 1337;

/** Containers whose traffic is taken for that of the proxy. */
export const applicationUidCheck = defineCheck({
  rules: [proxyUid],
  analyzer: 'applicationUID.Analyzer',
  kinds: ['Pod', 'apps/Deployment'],
  fields: ['runAsUser'],
  * judge(resource) {
    const { pod } = workloadOf(resource);
    const containers = pod.at('spec', 'containers').items().filter(container => !['istio-proxy', 'istio-operator'].includes(container.at('name').text ?? ''));
    const users = [pod.at('spec'), ...containers].map(place => place.at('securityContext', 'runAsUser'));
    const user = isOfControlPlane(resource) ? undefined : users.find(({ number }) => number === PROXY_UID);
    if (user !== undefined) {
      yield {
        rule: proxyUid,
        path: user.path,
        message: `user ${PROXY_UID} is the user of the proxy, so traffic from the container bypasses it`,
        repair: 'run the container as another user',
      };
    }
  },
});
