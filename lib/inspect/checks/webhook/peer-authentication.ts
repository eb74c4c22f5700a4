import { defineCheck } from '../check';
import { refusal } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  portsWithoutPods: refusal('port-mtls-without-selector', 'Port-level mutual TLS is set without a selector.'),
  noPorts: refusal('port-mtls-empty', 'The portLevelMtls of a PeerAuthentication is empty.'),
  port: refusal('port-mtls-number', 'A key of portLevelMtls is not a port number.'),
};

/** What the webhook says of a PeerAuthentication. */
export const peerAuthentication = defineCheck({
  rules: [...Object.values(rules), ...Object.values(selectorRules)],
  analyzer: 'schema.ValidationAnalyzer.PeerAuthentication',
  kinds: ['security.istio.io/PeerAuthentication'],
  everyDocument: true,
  * judge({ spec }) {
    const selector = spec.at('selector');
    const ports = spec.at('portLevelMtls');
    yield* workloadSelector(selector, selector.at('matchLabels'));
    if (ports.isFilled && !selector.at('matchLabels').isFilled) {
      yield {
        rule: rules.portsWithoutPods,
        path: ports.path,
        message: 'port-level mutual TLS needs a selector with labels, since it refers to ports of pods',
        repair: 'add spec.selector.matchLabels, or use spec.mtls for the whole namespace',
      };
    }
    if (ports.isSet && ports.entries().length === 0) {
      yield { rule: rules.noPorts, path: ports.path, message: 'portLevelMtls names no port', repair: 'name one, or remove it' };
    }
    for (const [port, { path }] of ports.entries()) {
      if (!(Number(port) >= 1 && Number(port) <= 65_535)) {
        yield { rule: rules.port, path, message: `${port} is not a valid port`, expected: '1 to 65535', repair: 'name a port of the pods' };
      }
    }
  },
});
