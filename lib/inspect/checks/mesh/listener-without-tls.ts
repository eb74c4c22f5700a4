import { GATEWAY_CLASS, isOfIstio } from '../../mesh/gateway-classes';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const listenerWithoutTls = meshRule('MESH115', 'error', ['listener-without-tls', 'An HTTPS listener has no tls, so it serves nothing.']);

/**
 * Listeners of Istio for HTTPS without a word of certificates. Others know them by annotations, or by the hostname. What is wrong within `tls`, or
 * missing of a listener for TLS, an expression of the definition says.
 */
export const listenerWithoutTlsCheck = defineCheck({
  rules: [listenerWithoutTls],
  kinds: [KUBERNETES_GATEWAY],
  reads: [GATEWAY_CLASS],
  * judge(gateway, { set }) {
    const listeners = gateway.spec.at('listeners').items().filter(listener => listener.at('protocol').text === 'HTTPS' && !listener.at('tls').isSet);
    for (const listener of listeners.length > 0 && isOfIstio(set, gateway) ? listeners : []) {
      yield {
        rule: listenerWithoutTls,
        path: listener.path,
        message: 'an HTTPS listener without tls has no certificate: istiod treats it as TCP, and no HTTP route attaches to it',
        repair: 'name the Secret of the certificate: tls: {certificateRefs: [{name: ...}]}; or write protocol: HTTP',
      };
    }
  },
});
