const ONE_TARGET = ['only one of targetRefs or selector can be set', 'only one of targetRefs or workloadSelector can be set'];
const NO_PORTS_OF_SOCKETS = ['UDS may not include ports'];
const NO_ADDRESS = ['Address is required'];

/**
 * Rules of the webhook that definitions state too, as expressions on the same value or on what it stands in: the slug of ours, to the messages
 * of theirs. Theirs say neither which part of the value is meant nor how to mend it.
 */
export const celCounterparts: Readonly<Record<string, readonly string[]>> = {
  'address-range-resolved': ['CIDR addresses are allowed only for NONE/STATIC resolution types'],
  'dns-label': ['port name must be valid'],
  'endpoint-without-address': NO_ADDRESS,
  'endpoints-unused': ['NONE mode cannot set endpoints'],
  'extension-one': ['exactly one of wasm or lua must be set'],
  'policy-source-mixed': ['Cannot set serviceAccounts with namespaces or principals'],
  'port-mtls-number': ['port must be between 1-65535'],
  'port-mtls-without-selector': ['portLevelMtls requires selector'],
  'round-robin-endpoints': ['DNS_ROUND_ROBIN mode cannot have multiple endpoints'],
  'selector-and-endpoints': ['only one of WorkloadSelector or Endpoints can be set'],
  'selector-wildcard': ['wildcard not allowed in label key match'],
  'server-tls-two-sources': [
    'only one of credentialName or credentialNames can be set',
    'only one of credentialName or tlsCertificates can be set',
    'only one of credentialNames or tlsCertificates can be set',
  ],
  'service-port-number-twice': ['port number cannot be duplicated'],
  'several-targets': ONE_TARGET,
  'socket-with-ports': NO_PORTS_OF_SOCKETS,
  'telemetry-metric-tag-removed': ['value must not be set when operation is REMOVE'],
  'telemetry-metric-tag-value': ['value must be set when operation is UPSERT'],
  'wasm-environment': ['value may only be set when valueFrom is INLINE'],
  'workload-address-missing': NO_ADDRESS,
  'workload-socket-ports': NO_PORTS_OF_SOCKETS,
};
