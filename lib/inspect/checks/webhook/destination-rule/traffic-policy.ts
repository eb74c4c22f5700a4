import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { byField } from '../by-field';
import { isIpAddress } from '../primitives/addresses';
import { clientTls, clientTlsRules } from '../primitives/client-tls';
import { connectionPool, connectionPoolRules } from '../primitives/connection-pool';
import { isHostName } from '../primitives/host-names';
import { portNumber, portRules } from '../primitives/ports';
import { itemRules, nullItems, presentItems } from '../primitives/present-items';
import { refusalsOf } from '../refusals-of';
import { refusal } from '../webhook-rules';
import { loadBalancer, loadBalancerRules } from './load-balancer';
import { outlierDetection, outlierDetectionRules } from './outlier-detection';

const own = {
  empty: refusal('traffic-policy-empty', 'A traffic policy is empty.'),
  tunnelAndProxy: refusal('tunnel-and-proxy-protocol', 'Both tunnel and proxyProtocol are set.'),
  port: refusal('port-policy-without-port', 'A port-level traffic policy has no port.'),
  portEmpty: refusal('port-policy-empty', 'A port-level traffic policy has no setting for a port.'),
  tunnelProtocol: refusal('tunnel-protocol', 'The tunnel protocol is neither CONNECT nor POST.'),
  tunnelHost: refusal('tunnel-host', 'The tunnel target is neither a DNS name nor an IP address.'),
  proxyVersion: refusal('proxy-protocol-version', 'The version of the PROXY protocol does not exist.'),
};

export const trafficPolicyRules: readonly Rule[] = [
  ...Object.values(own), ...Object.values(connectionPoolRules), ...Object.values(loadBalancerRules), ...Object.values(outlierDetectionRules),
  ...Object.values(clientTlsRules), portRules.number, itemRules.null,
];

/** What a port has settings of, in an object of a namespace. */
const OF_PORT = {
  outlierDetection,
  connectionPool,
  loadBalancer: (balancer: Field, policy: Field) => loadBalancer(balancer, policy.at('outlierDetection').isSet),
  tls: (tls: Field, _: Field, namespace: string) => clientTls(tls, namespace),
};
const OF_PORT_NAMES = Object.keys(OF_PORT);
const ofPort = byField<string>(OF_PORT);

const OF_HOST = {
  ...OF_PORT,
  portLevelSettings: (list: Field, _: Field, namespace: string) => ports(list, namespace),
  tunnel: tunnelSettings,
  proxyProtocol: byField({ version: proxyVersion }),
};
const OF_HOST_NAMES = [...Object.keys(OF_HOST), 'retryBudget'];
const ofHost = byField<string>(OF_HOST);

/** What is said of a traffic policy in an object of a namespace. */
export function* trafficPolicy(policy: Field, namespace: string): Judgement {
  const [tunnel, proxyProtocol] = [policy.at('tunnel'), policy.at('proxyProtocol')];
  if (!policy.isSet) {
    return;
  }
  if (isEmpty(policy, OF_HOST_NAMES)) {
    yield broken(own.empty, policy, 'the traffic policy is empty', 'remove it');
    return;
  }
  if (tunnel.isSet && proxyProtocol.isSet) {
    yield broken(own.tunnelAndProxy, proxyProtocol, 'tunnel and proxyProtocol are mutually exclusive', 'keep one of them');
    return;
  }
  yield* ofHost(policy, namespace);
}

function* ports(list: Field, namespace: string): Judgement {
  yield* nullItems(list);
  for (const policy of presentItems(list)) {
    if (!policy.at('port').isSet) {
      yield broken(own.port, policy, 'the policy names no port', 'add port: {number: ...}');
    }
    if (isEmpty(policy, OF_PORT_NAMES)) {
      yield broken(own.portEmpty, policy, 'the policy of the port is empty', 'remove it');
    }
    yield* refusalsOf(ofPort(policy, namespace));
  }
}

function* tunnelSettings(tunnel: Field): Judgement {
  const [{ text: protocol = '' }, { text: host = '' }] = [tunnel.at('protocol'), tunnel.at('targetHost')];
  if (!['', 'CONNECT', 'POST'].includes(protocol)) {
    yield broken(own.tunnelProtocol, tunnel.at('protocol'), `${protocol} is not a tunnel protocol`, 'write CONNECT or POST');
  }
  if (!isHostName(host) && !isIpAddress(host)) {
    yield broken(own.tunnelHost, tunnel.at('targetHost'), `"${host}" is neither a DNS name nor an IP address`, 'write one');
  }
  yield* portNumber(tunnel.at('targetPort'));
}

function* proxyVersion(field: Field): Judgement {
  const { text: version = 'V1' } = field;
  if (version !== 'V1' && version !== 'V2') {
    yield broken(own.proxyVersion, field, `there is no version ${version}`, 'write V1 or V2');
  }
}

function isEmpty(policy: Field, keys: readonly string[]): boolean {
  return keys.every(key => !policy.at(key).isSet);
}
