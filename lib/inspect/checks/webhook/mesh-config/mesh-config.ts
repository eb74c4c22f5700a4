import type { Field } from '../../../mesh/field';
import { MESH_CONFIG_KINDS, meshConfigIn } from '../../../mesh/mesh-config';
import { defineCheck, Judgement } from '../../check';
import { broken } from '../broken';
import { localities, localityRules } from '../destination-rule/localities';
import { duration, nanoseconds } from '../primitives/durations';
import { hostRules, isDnsLabel, wildcardHostName } from '../primitives/host-names';
import { refusal, warning } from '../webhook-rules';
import { proxyDefaults, proxyDefaultsRules } from './proxy-defaults';
import { proxyPort } from './proxy-port';

const rules = {
  connectTimeout: refusal('mesh-connect-timeout', 'The connectTimeout is longer than an hour.'),
  detection: refusal('mesh-protocol-detection-timeout', 'The protocolDetectionTimeout is not a whole number of milliseconds.'),
  trustDomain: refusal('mesh-trust-domain', 'The trust domain of the mesh, or an alias of it, is invalid.'),
  meshCurves: refusal('mesh-mtls-curves', 'ECDH curves are set for mutual TLS in the mesh, where they are fixed.'),
  unknownCurve: warning('mesh-curve-unknown', 'An ECDH curve is unknown to proxies, and is ignored.'),
  sameCurve: warning('mesh-curve-twice', 'An ECDH curve is named twice.'),
};

const { noDetection: _, ...ownLocalityRules } = localityRules;

const HOUR = 3_600_000_000_000n;
const MILLISECOND = 1_000_000n;
const CURVES = ['P-224', 'P-256', 'P-384', 'P-521', 'X25519', 'X25519Kyber768Draft00', 'X25519MLKEM768'];

/** What istiod says of a mesh config, before it takes it: of what it does not take it keeps the former one. */
export const meshConfigCheck = defineCheck({
  rules: [...Object.values(rules), ...Object.values(proxyDefaultsRules), hostRules.wildcardHost, ...Object.values(ownLocalityRules)],
  kinds: MESH_CONFIG_KINDS,
  * judge(resource) {
    const config = meshConfigIn(resource)?.config;
    if (config === undefined) {
      return;
    }
    yield* proxyPort(config.at('proxyListenPort'));
    yield* timeouts(config);
    yield* proxyDefaults(config.at('defaultConfig'));
    for (const host of config.at('serviceSettings').items().flatMap(settings => settings.at('hosts').items())) {
      yield* wildcardHostName(host);
    }
    // Each destination says by itself whether it ejects hosts.
    yield* localities(config.at('localityLbSetting'), true);
    yield* trustDomains(config);
    yield* curves(config);
  },
});

function* timeouts(config: Field): Judgement {
  const [connect, detection] = [config.at('connectTimeout'), config.at('protocolDetectionTimeout')];
  yield* duration(connect);
  if ((nanoseconds(connect.text ?? '') ?? 0n) > HOUR) {
    yield broken(rules.connectTimeout, connect, `${connect.text} is longer than an hour`, 'write 1ms to 1h');
  }
  if ((nanoseconds(detection.text ?? '') ?? 0n) % MILLISECOND !== 0n) {
    yield broken(rules.detection, detection, `${detection.text} is not a whole number of milliseconds`, 'write whole milliseconds, or 0s for no timeout');
  }
}

function* trustDomains(config: Field): Judgement {
  for (const domain of [config.at('trustDomain'), ...config.at('trustDomainAliases').items()]) {
    const { text } = domain;
    if (text !== undefined && !isTrustDomain(text)) {
      yield broken(rules.trustDomain, domain, `"${text}" is not a valid trust domain`, 'write DNS labels with dots between them');
    }
  }
}

/** A trust domain may end with a dot, and otherwise has nothing empty. */
function isTrustDomain(text: string): boolean {
  return text !== '' && text.replace(/(?<=.)\.$/, '').split('.').every(isDnsLabel);
}

function* curves(config: Field): Judgement {
  const ofMesh = config.at('meshMTLS', 'ecdhCurves');
  if (ofMesh.isFilled) {
    yield broken(rules.meshCurves, ofMesh, 'the curves in the mesh are fixed', 'remove them');
  }
  const seen = new Set<string>();
  for (const curve of config.at('tlsDefaults', 'ecdhCurves').items()) {
    const { text = '' } = curve;
    if (text !== '' && !CURVES.includes(text)) {
      yield broken(rules.unknownCurve, curve, `unknown curve "${text}"`, `write one of ${CURVES.join(', ')}`);
    } else if (seen.has(text)) {
      yield broken(rules.sameCurve, curve, `the curve ${text} is already named`, 'remove one of the two');
    }
    seen.add(text);
  }
}
