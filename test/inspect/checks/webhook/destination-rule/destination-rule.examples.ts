import { examplesOf, istioObject, RuleExamples } from '../../rule-examples';

const destinationRule = (fields: string): string => istioObject('networking.istio.io/v1', 'DestinationRule', `host: cart\n${fields}`);
const policy = (fields: string): string => destinationRule(`trafficPolicy: {${fields}}`);
const outlier = (fields: string): string => policy(`outlierDetection: {${fields}}`);
const pool = (fields: string): string => policy(`connectionPool: {${fields}}`);
const balancer = (fields: string): string => policy(`outlierDetection: {interval: 10s}, loadBalancer: {${fields}}`);
const locality = (fields: string): string => balancer(`localityLbSetting: {${fields}}`);
const tls = (fields: string): string => policy(`tls: {${fields}}`);
const tunnel = (fields: string): string => policy(`tunnel: {${fields}}`);
const files = 'mode: MUTUAL, clientCertificate: /tls.crt, privateKey: /tls.key';

/** The rules of the webhook for a DestinationRule, and those for connection pools and the TLS of any client. */
export const destinationRuleExamples: RuleExamples = {
  ...examplesOf(destinationRule, {
    'subset-twice': ['subsets: [{name: v1}, {name: v1}]', 'subsets: [{name: v1}, {name: v2}]'],
    'selected-policy-exported': [
      'workloadSelector: {matchLabels: {app: web}}\nexportTo: ["*"]',
      'workloadSelector: {matchLabels: {app: web}}\nexportTo: [.]',
    ],
  }),
  ...examplesOf(policy, {
    'traffic-policy-empty': ['', 'tls: {mode: DISABLE}'],
    'tunnel-and-proxy-protocol': ['tunnel: {targetHost: a, targetPort: 1}, proxyProtocol: {version: V1}', 'proxyProtocol: {version: V2}'],
    'port-policy-without-port': ['portLevelSettings: [{tls: {mode: DISABLE}}]', 'portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]'],
    'port-policy-empty': ['portLevelSettings: [{port: {number: 80}}]', 'portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]'],
    'proxy-protocol-version': ['proxyProtocol: {version: V3}', 'proxyProtocol: {version: V2}'],
    'failover-without-detection': [
      'loadBalancer: {localityLbSetting: {failover: [{from: eu, to: us}]}}',
      'loadBalancer: {localityLbSetting: {failover: [{from: eu, to: us}]}}, outlierDetection: {interval: 10s}',
    ],
  }),
  ...examplesOf(tunnel, {
    'tunnel-protocol': ['protocol: GET, targetHost: a.example.com, targetPort: 1', 'protocol: POST, targetHost: a.example.com, targetPort: 1'],
    'tunnel-host': ['targetHost: a_b, targetPort: 1', 'targetHost: 10.0.0.1, targetPort: 1'],
  }),
  ...examplesOf(outlier, {
    'consecutive-errors': ['consecutiveErrors: 5', 'consecutive5xxErrors: 5'],
    'local-errors-not-split': [
      'consecutiveLocalOriginFailures: 5',
      'consecutiveLocalOriginFailures: 5, splitExternalLocalOriginErrors: true',
    ],
  }),
  ...examplesOf(pool, {
    'pool-empty': ['', 'tcp: {maxConnections: 1}'],
    'pool-negative': ['http: {maxRetries: -1}', 'http: {maxRetries: 0}'],
    'pool-upgrade-and-client': ['http: {h2UpgradePolicy: UPGRADE, useClientProtocol: true}', 'http: {h2UpgradePolicy: UPGRADE}'],
    'keep-alive-incomplete': ['http: {http2KeepAlive: {interval: 5s}}', 'http: {http2KeepAlive: {interval: 5s, timeout: 1s}}'],
  }),
  ...examplesOf(balancer, {
    'hash-cookie-without-name': ['consistentHash: {httpCookie: {ttl: 0s}}', 'consistentHash: {httpCookie: {name: user, ttl: 0s}}'],
    'cookie-attribute-without-name': [
      'consistentHash: {httpCookie: {name: user, attributes: [{value: a}]}}',
      'consistentHash: {httpCookie: {name: user, attributes: [{name: a}]}}',
    ],
    'cookie-attribute-twice': [
      'consistentHash: {httpCookie: {name: user, attributes: [{name: a}, {name: a}]}}',
      'consistentHash: {httpCookie: {name: user, attributes: [{name: a}, {name: b}]}}',
    ],
    'minimum-ring-size': ['consistentHash: {useSourceIp: true, minimumRingSize: 9}', 'consistentHash: {useSourceIp: true, ringHash: {minimumRingSize: 9}}'],
    'ring-size-and-algorithm': [
      'consistentHash: {useSourceIp: true, minimumRingSize: 9, ringHash: {}}',
      'consistentHash: {useSourceIp: true, ringHash: {minimumRingSize: 9}}',
    ],
    'maglev-table-size': ['consistentHash: {useSourceIp: true, maglev: {tableSize: 65536}}', 'consistentHash: {useSourceIp: true, maglev: {tableSize: 65537}}'],
    'locality-and-zone-aware': ['localityLbSetting: {}, zoneAwareLbSetting: {}', 'zoneAwareLbSetting: {}'],
    'warmup-without-duration': ['warmup: {minimumPercent: 10}', 'warmup: {minimumPercent: 10, duration: 30s}'],
    'warmup-percent': ['warmup: {duration: 30s, minimumPercent: 101}', 'warmup: {duration: 30s, minimumPercent: 100}'],
    'warmup-aggression': ['warmup: {duration: 30s, aggression: 0}', 'warmup: {duration: 30s, aggression: 1}'],
  }),
  ...examplesOf(locality, {
    'locality-two-ways': ['distribute: [{from: eu, to: {eu: 100}}], failover: [{from: eu, to: us}]', 'failover: [{from: eu, to: us}]'],
    'failover-by-region-twice': [
      'failover: [{from: eu, to: us}], failoverPriority: [topology.kubernetes.io/zone]',
      'failover: [{from: eu, to: us}], failoverPriority: [rack]',
    ],
    'locality-weight': ['distribute: [{from: eu, to: {eu: 100, us: 0}}]', 'distribute: [{from: eu, to: {eu: 99, us: 1}}]'],
    'locality-weights-total': ['distribute: [{from: eu, to: {eu: 50, us: 40}}]', 'distribute: [{from: eu, to: {eu: 50, us: 50}}]'],
    'locality-wildcard': ['distribute: [{from: "e*/a", to: {eu: 100}}]', 'distribute: [{from: "eu/*", to: {eu: 100}}]'],
    'locality-empty-part': ['distribute: [{from: eu//a, to: {eu: 100}}]', 'distribute: [{from: eu/a/b, to: {eu: 100}}]'],
    'locality-overlap': ['distribute: [{from: eu, to: {eu: 50, eu/a: 50}}]', 'distribute: [{from: eu, to: {eu/a: 50, eu/b: 50}}]'],
    'failover-to-itself': ['failover: [{from: eu, to: eu}]', 'failover: [{from: eu, to: us}]'],
    'failover-of-zone': ['failover: [{from: eu/a, to: us}]', 'failover: [{from: eu, to: us}]'],
    'failover-wildcard': ['failover: [{from: eu, to: "*"}]', 'failover: [{from: eu, to: us}]'],
  }),
  ...examplesOf(tls, {
    'credential-config-map': ['mode: SIMPLE, credentialName: "configmap://web/ca"', 'mode: SIMPLE, credentialName: "configmap://shop/ca"'],
    'unverified-with-trust': ['mode: SIMPLE, caCertificates: /ca.crt, insecureSkipVerify: true', 'mode: SIMPLE, insecureSkipVerify: true'],
    'client-tls-two-sources': ['mode: SIMPLE, credentialName: ca, caCertificates: /ca.crt', 'mode: SIMPLE, credentialName: ca'],
    'client-tls-missing-file': ['mode: MUTUAL, privateKey: /tls.key', files],
  }),
};
