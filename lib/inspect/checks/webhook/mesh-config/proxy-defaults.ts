import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { clientTls, clientTlsRules } from '../primitives/client-tls';
import { duration, durationRules, nanoseconds } from '../primitives/durations';
import { portRules } from '../primitives/ports';
import { refusal, warning } from '../webhook-rules';
import { collectorAddress, proxyAddress, proxyAddressRules } from './proxy-address';
import { proxyPort } from './proxy-port';

const rules = {
  empty: refusal('mesh-proxy-setting-empty', 'A setting that every proxy needs is empty.'),
  drain: refusal('mesh-drain-duration', 'The drain duration is not a whole number of seconds.'),
  token: refusal('mesh-lightstep-token', 'Traces are sent to Lightstep without its token.'),
  tag: refusal('mesh-trace-tag-null', 'A tag of traces is null.'),
  controlPlane: refusal('mesh-control-plane-auth', 'The authentication policy of the control plane is unsupported.'),
  keyProvider: refusal('mesh-key-provider', 'The private key provider is unknown, or has no pollDelay.'),
  allocation: warning('mesh-dns-auto-allocate', 'Address allocation is enabled with an obsolete variable.'),
};

export const proxyDefaultsRules = {
  ...rules, ...proxyAddressRules, ...clientTlsRules, duration: durationRules.duration, port: portRules.number,
};

const NEEDED = ['configPath', 'binaryPath', 'serviceCluster', 'discoveryAddress'];
const SECOND = 1_000_000_000n;

/** What is said of the settings of all proxies, `defaultConfig`. What is not said there has a default that is fine. */
export function* proxyDefaults(config: Field): Judgement {
  for (const setting of NEEDED.map(name => config.at(name)).filter(({ text }) => text === '')) {
    yield broken(rules.empty, setting, `${setting.key} is empty, but proxies cannot run without it`, 'remove it to use the default');
  }
  yield* drainDuration(config.at('drainDuration'));
  yield* tracing(config.at('tracing'));
  const services = ['envoyMetricsService', 'envoyAccessLogService'].map(name => config.at(name, 'address'));
  for (const address of ['discoveryAddress', 'statsdUdpAddress', 'envoyMetricsServiceAddress'].map(name => config.at(name)).concat(services)) {
    yield* address.isFilled ? proxyAddress(address) : [];
  }
  for (const port of ['proxyAdminPort', 'statusPort']) {
    yield* proxyPort(config.at(port));
  }
  yield* identity(config);
  const allocation = config.at('proxyMetadata', 'ISTIO_META_DNS_AUTO_ALLOCATE');
  if (allocation.isSet) {
    yield broken(rules.allocation, allocation, 'ISTIO_META_DNS_AUTO_ALLOCATE is obsolete', 'remove it; istiod allocates addresses by itself');
  }
}

function* drainDuration(field: Field): Judgement {
  const problems = [...duration(field)];
  yield* problems;
  if (problems.length === 0 && (nanoseconds(field.text ?? '') ?? 0n) % SECOND !== 0n) {
    yield broken(rules.drain, field, `${field.text} is not a whole number of seconds`, 'write whole seconds');
  }
}

function* tracing(field: Field): Judgement {
  const [lightstep, zipkin, datadog] = ['lightstep', 'zipkin', 'datadog'].map(name => field.at(name));
  for (const collector of [zipkin, datadog].filter(({ isSet }) => isSet)) {
    yield* collectorAddress(collector.at('address'));
  }
  if (lightstep.isSet) {
    yield* proxyAddress(lightstep.at('address'));
  }
  if (lightstep.isSet && !lightstep.at('accessToken').isFilled) {
    yield broken(rules.token, lightstep.at('accessToken'), 'the token for Lightstep is missing', 'write it');
  }
  // The mesh has no namespace, so that it can take no credential from a ConfigMap of one.
  yield* clientTls(field.at('tlsSettings'), '');
  for (const [tag, place] of field.at('customTags').entries().filter(([, { isSet }]) => !isSet)) {
    yield broken(rules.tag, place, `the tag ${tag} is null`, 'write where its value comes from, or remove it');
  }
}

function* identity(config: Field): Judgement {
  const [policy, provider] = [config.at('controlPlaneAuthPolicy'), config.at('privateKeyProvider')];
  if (policy.text !== undefined && !['NONE', 'MUTUAL_TLS'].includes(policy.text)) {
    yield broken(rules.controlPlane, policy, `${policy.text} is not a supported control plane authentication policy`, 'write NONE or MUTUAL_TLS');
  }
  if (!provider.isSet) {
    return;
  }
  const known = ['cryptomb', 'qat'].map(name => provider.at(name)).find(({ isSet }) => isSet);
  if (known === undefined) {
    yield broken(rules.keyProvider, provider, 'the provider is neither cryptomb nor qat', 'use one of them');
  } else if ((nanoseconds(known.at('pollDelay').text ?? '') ?? 0n) === 0n) {
    yield broken(rules.keyProvider, known.at('pollDelay'), `${known.key} needs a pollDelay other than 0`, 'write one, such as 10ms');
  }
}
