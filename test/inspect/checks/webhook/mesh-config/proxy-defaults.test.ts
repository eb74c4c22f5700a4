import { meshConfigCheck } from '../../../../../lib/inspect/checks/webhook/mesh-config/mesh-config';
import { Subject, webhookWords } from '../../../../support/webhook-words';

const subject: Subject = { check: meshConfigCheck, apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator' };

describe('the settings of all proxies', () => {
  test.each<[string, string, string[]]>([
    ['settings that are emptied', 'meshConfig: {defaultConfig: {configPath: "", discoveryAddress: ""}}', [
      'mesh-proxy-setting-empty | spec.meshConfig.defaultConfig.configPath | configPath is empty, but proxies cannot run without it',
      'mesh-proxy-setting-empty | spec.meshConfig.defaultConfig.discoveryAddress | discoveryAddress is empty, but proxies cannot run without it',
    ]],
    ['a time to drain that is not a whole number of seconds', 'meshConfig: {defaultConfig: {drainDuration: 1500ms}}', [
      'mesh-drain-duration | spec.meshConfig.defaultConfig.drainDuration | 1500ms is not a whole number of seconds',
    ]],
    ['a time to drain that is none', 'meshConfig: {defaultConfig: {drainDuration: 0s}}', [
      'duration | spec.meshConfig.defaultConfig.drainDuration | 0s is not 1 ms or more in whole milliseconds',
    ]],
    ['collectors without an address', 'meshConfig: {defaultConfig: {tracing: {zipkin: {}, lightstep: {}, datadog: {address: datadog}}}}', [
      'mesh-address | spec.meshConfig.defaultConfig.tracing.datadog.address | "datadog" is not host:port',
      'mesh-address | spec.meshConfig.defaultConfig.tracing.zipkin.address | the address is missing',
      'mesh-address | spec.meshConfig.defaultConfig.tracing.lightstep.address | the address is missing',
      'mesh-lightstep-token | spec.meshConfig.defaultConfig.tracing.lightstep.accessToken | the token for Lightstep is missing',
    ]],
    ['TLS of tracing', 'meshConfig: {defaultConfig: {tracing: {tlsSettings: {mode: MUTUAL}}}}', [
      'client-tls-missing-file | spec.meshConfig.defaultConfig.tracing.tlsSettings.clientCertificate | mutual TLS has neither clientCertificate nor privateKey',
    ]],
    ['a tag that is null', 'meshConfig: {defaultConfig: {tracing: {customTags: {a: null}}}}', [
      'mesh-trace-tag-null | spec.meshConfig.defaultConfig.tracing.customTags.a | the tag a is null',
    ]],
    ['addresses that are none', 'meshConfig: {defaultConfig: {discoveryAddress: istiod, statsdUdpAddress: "a:0", envoyMetricsServiceAddress: "a_b:80", envoyMetricsService: {address: "::1:80"}, envoyAccessLogService: {address: ":80"}}}', [
      'mesh-address | spec.meshConfig.defaultConfig.envoyAccessLogService.address | ":80" is not host:port',
      'mesh-address | spec.meshConfig.defaultConfig.envoyMetricsService.address | "::1:80" is not host:port',
      'mesh-address | spec.meshConfig.defaultConfig.statsdUdpAddress | "a:0" is not host:port',
      'mesh-address | spec.meshConfig.defaultConfig.envoyMetricsServiceAddress | "a_b:80" is not host:port',
      'mesh-address | spec.meshConfig.defaultConfig.discoveryAddress | "istiod" is not host:port',
    ]],
    ['ports that are none', 'meshConfig: {defaultConfig: {proxyAdminPort: 0, statusPort: 65536}}', [
      'port-number | spec.meshConfig.defaultConfig.proxyAdminPort | 0 is not a valid port',
      'port-number | spec.meshConfig.defaultConfig.statusPort | 65536 is not a valid port',
    ]],
    ['ways to know istiod that are none', 'meshConfig: {defaultConfig: {controlPlaneAuthPolicy: INHERIT}}', [
      'mesh-control-plane-auth | spec.meshConfig.defaultConfig.controlPlaneAuthPolicy | INHERIT is not a supported control plane authentication policy',
    ]],
    ['providers of keys that are none', 'meshConfig: {defaultConfig: {privateKeyProvider: {}}}', [
      'mesh-key-provider | spec.meshConfig.defaultConfig.privateKeyProvider | the provider is neither cryptomb nor qat',
    ]],
    ['a provider of keys that never asks', 'meshConfig: {defaultConfig: {privateKeyProvider: {cryptomb: {}}}}', [
      'mesh-key-provider | spec.meshConfig.defaultConfig.privateKeyProvider.cryptomb.pollDelay | cryptomb needs a pollDelay other than 0',
    ]],
    ['a variable of former times', 'meshConfig: {defaultConfig: {proxyMetadata: {ISTIO_META_DNS_AUTO_ALLOCATE: "false"}}}', [
      'mesh-dns-auto-allocate | spec.meshConfig.defaultConfig.proxyMetadata.ISTIO_META_DNS_AUTO_ALLOCATE | ISTIO_META_DNS_AUTO_ALLOCATE is obsolete',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['nothing', 'meshConfig: {defaultConfig: {}}'],
    ['all there is', 'meshConfig: {defaultConfig: {configPath: ./etc, binaryPath: /envoy, serviceCluster: a, drainDuration: 45s, discoveryAddress: "istiod.istio-system.svc:15012", statsdUdpAddress: "[::1]:80", envoyAccessLogService: {address: ""}, proxyAdminPort: 15000, statusPort: 15020, controlPlaneAuthPolicy: NONE, privateKeyProvider: {cryptomb: {pollDelay: 10ms}}, proxyMetadata: {ISTIO_META_DNS_CAPTURE: "true"}, tracing: {zipkin: {address: "$(HOST_IP):9411"}, datadog: {address: "$(HOST_IP):8126"}, lightstep: {address: "a:80", accessToken: b}, customTags: {a: {literal: {value: b}}}, tlsSettings: {mode: ISTIO_MUTUAL}}}}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
