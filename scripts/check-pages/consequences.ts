/** What follows for each code that stands for several rules, where nothing else is said of a rule. */
const OF_CODE: Readonly<Record<string, string | undefined>> = {
  IST0002: 'It still works. A later release of Istio will drop it, and its setting will then have no effect.',
  IST0106: 'istiod\'s admission webhook rejects the object: `kubectl apply` fails, and so does the pipeline that runs it. An existing object of that name stays unchanged.',
  IST0133: 'istiod\'s admission webhook accepts the object with a warning: `kubectl apply` prints it once, and in a pipeline nobody reads it.',
};

/** The same for a mesh config, which no webhook sees. */
const OF_MESH_CONFIG: Readonly<Record<string, string | undefined>> = {
  ...OF_CODE,
  IST0106: 'istiod rejects the mesh config: it keeps the one that it had before, and says so in its log alone. Your other changes to it have no effect either.',
  IST0133: 'istiod accepts the mesh config, and warns only in its log.',
};

/** Where several rules say that two things are mutually exclusive. */
const EXCLUDED = 'The proxy can do only one of them, and istiod does not choose for you.';
/** Where several rules say that something says nothing. */
const EMPTY = 'Usually its content is missing, misspelled, or not indented enough.';
/** Where a proxy would not take it. */
const REFUSED_BY_ENVOY = 'If istiod accepted it, the proxies would reject their whole new configuration and keep the old one, even for other routes.';

/** What follows from single rules beside that. */
const OF_RULE: Readonly<Record<string, string | undefined>> = {
  'deprecated-delay-percent': 'It accepts only integers, so less than one percent cannot be delayed.',
  'deprecated-rbac-crd': 'The CRD belongs to an authorization API that Istio has removed: what objects of this kind deny is not denied.',
  'deprecated-lightstep': 'After an upgrade to a release without it, these traces go nowhere.',

  'destination-host': 'If nothing provides it, proxies have no cluster for the host and answer with 503 (response flag `NC` in the access log).',
  'destination-port': 'Proxies have no cluster for that port of the host and answer with 503 (response flag `NC` in the access log).',
  'destination-subset': 'Proxies have no cluster for the subset and answer with 503 (response flag `NC` in the access log), also as long as the DestinationRule is not applied yet.',
  'gateway-credential': 'The gateway gets no certificate for the server, and clients cannot connect to it with TLS.',
  'gateway-unknown': 'The API server accepts it, but the routes are on no gateway: clients get 404, or no connection at all.',
  'policy-namespace': 'No request comes from there: an ALLOW rule allows nobody, a DENY rule denies nobody.',
  'route-hostname-unserved': 'Only the status of the route says so: requests for these hostnames get 404.',
  'route-not-allowed': 'Only the status of the route says so: its requests get 404.',
  'route-without-gateway': 'No gateway uses the route, and no status says so: its requests get 404, or no connection at all.',
  'route-without-listener': 'Only the status of the route says so: its requests get 404.',
  'selector-without-pods': 'The object exists but applies to nothing: a policy protects nothing, a Gateway opens no port.',
  'listener-protocol': 'The status of the listener says `UnsupportedProtocol`, and requests to the port get no answer.',
  'literal-group': 'Requests go to a path that contains the character, which the application does not know.',
  'missing-group': 'The proxy does not report it, and the service gets the original path.',
  'waypoint-listener': 'The status of the listener says `UnsupportedProtocol`, and what the listener says about other namespaces has no effect.',
  'unknown-waypoint': 'Only the status of a Service says so: requests go straight to the pods, and nothing enforces the policies for them.',
  'waypoint-for': 'Requests go straight to the pods, and nothing enforces the policies for them.',
  'waypoint-not-allowed': 'Only the status of a Service says so: requests go straight to the pods, and nothing enforces the policies for them.',
  'waypoint-passed-by': 'Only the status of a Service says so: requests go straight to the pods, and nothing enforces the policies for them.',
  'selector-without-servers': 'The pods of the gateway listen on no port for it.',

  'webhook-overlap': 'Pods get two proxies that compete for the same ports, or are not created.',
  'webhook-service': 'Depending on its `failurePolicy`, the API server then refuses to create pods (`Fail`) or creates them without proxy, outside the mesh (`Ignore`).',

  'telemetry-default-conflict': 'The others are ignored completely, even if one configures tracing and another access logs: istiod does not merge them, and reports nothing.',
  'telemetry-target-conflict': 'istioctl reports it, although istiod keeps attached Telemetry apart from Telemetry for the whole namespace.',

  'cipher-duplicate': 'The second one has no effect.',
  'cipher-unknown': 'The server offers only the other suites of the list.',
  'consecutive-errors': 'Hosts are ejected after five errors in a row, the default of Envoy, whatever value is set here.',
  'egress-all-and-more': 'The others have no effect: the proxies still get the configuration of the whole mesh, which a Sidecar should avoid.',
  'egress-host-twice': 'The second one has no effect.',
  'endpoint-behind-network': 'If the mesh networks define no gateway for the network, no request reaches the endpoint.',
  'envoy-filter-former-name': 'istiod still finds the filter, because it knows the old names. When it drops them, the patch matches nothing, and nothing reports that.',
  'envoy-filter-internal': 'After an upgrade the patch may match nothing, or break the listeners that it changes.',
  'envoy-match-filter-idle': 'The patch changes everything that the rest of the match finds, not only what contains the filter.',
  'envoy-proxy-version-long': 'Whether it is a valid expression is known only when proxies request their configuration.',
  'envoy-value-untyped': 'Envoy finds an extension by the type of its configuration. Proxies reject one without a type, and keep the configuration that they had.',
  'failover-without-detection': 'Requests continue to go to the hosts of their own locality, even if these fail.',
  'fault-abort-without-status': 'Requests pass as if there were no fault, and the test with it succeeds.',
  'gateway-reference-legacy': 'For now, istiod converts it to namespace/name.',
  'http-pool-on-tcp': 'They do not limit the port at all.',
  'jwt-jwks-secret': 'Anyone who can read the policy, or its repository, can sign tokens that the mesh accepts.',
  'mesh-curve-twice': 'The second one has no effect.',
  'mesh-curve-unknown': 'Proxies offer only the other curves of the list.',
  'minimum-ring-size': 'It still works.',
  'mirror-percent': 'It still works, but only with whole percentages.',
  'old-tls-without-ciphers': 'The handshake of old clients fails, so allowing the old version does not help them.',
  'partial-wildcard-host': 'Istio compares hosts by whole labels, so policies and routes for the intended hosts may not match it.',
  'passthrough-with-files': 'Clients see the certificate of the workload behind the gateway, never the one that is named here.',
  'policy-denies-tcp': 'Connections to the TCP ports of these pods, for example to a database, are closed for all whom the rest of the rule matches: for everybody, if there is no rest.',
  'redirect-without-http': 'Nothing is redirected: plain HTTP is served or rejected as before.',
  'response-body-large': 'It is sent again with each change of routes, and kept in the memory of each proxy.',
  'selector-unused': 'The pods that it selects get no requests through this ServiceEntry: connections go to the address that the client used.',
  'server-tls-many-certificates': 'Clients never see the others.',
  'sni-ip-address': 'No connection matches this route.',
  'tcp-hosts-with-addresses': 'Connections to one of the hosts can be counted, routed and authorized as connections to another.',
  'tcp-port-without-address': 'Proxies then listen on this port for every address, and treat connections to other hosts as connections to this one.',
  'telemetry-tracing-many': 'Sampling, tags and providers of the others are ignored.',
  'telemetry-tracing-providers-many': 'The others get no traces, and nothing reports that.',
  'workload-network-alone': 'If the mesh networks define no gateway for the network, no request reaches the workload.',

  'client-tls-missing-file': 'Without both, the proxy has no certificate to present to a server that requires one.',
  'cors-method': 'Browsers would reject the requests whose method is misspelled.',
  'envoy-value-former-type': REFUSED_BY_ENVOY,
  'export-to-namespace': 'If it were accepted, no namespace would see the object through this entry.',
  'header-internal': REFUSED_BY_ENVOY,
  'header-value': REFUSED_BY_ENVOY,
  'jwt-jwks': 'If it were accepted, no token could be verified, and each request with a token would get 401.',
  'jwt-jwks-uri': 'If it were accepted, no token could be verified, and each request with a token would get 401.',
  'mesh-host-any': 'It would match the requests of every sidecar to every service.',
  'percentage-too-small': 'The proxy counts in millionths, so it would be 0, and the fault, the mirror or the canary would never get a request.',
  'policy-condition-key': 'If it were accepted, the rule would never match: ALLOW would allow nobody, DENY would deny nobody.',
  'policy-port': 'A policy accepts only port numbers, not the names that a Service gives to ports.',
  'policy-without-rules': 'If it were accepted, it would deny nothing but look as if it did.',
  'port-mtls-without-selector': 'If it were accepted, istiod would ignore the ports and apply the mode of the namespace.',
  'prefix-empty': 'Everything begins with an empty prefix, so the match would apply to every request.',
  'regex-syntax': REFUSED_BY_ENVOY,
  'selector-wildcard': 'If it were accepted, no pod would be selected: the asterisk is an ordinary character in labels.',
  'subset-twice': 'One of the two would be lost, with its labels and its policy.',
  'http-without-action': 'The settings of an entry apply to that entry only: they are no defaults for the others.',
  ...each(EXCLUDED, [
    'client-tls-two-sources', 'delegating-with-action', 'failover-by-region-twice', 'http-two-actions', 'istio-mutual-with-files', 'locality-and-zone-aware',
    'locality-two-ways', 'mirror-and-mirrors', 'policy-source-mixed', 'pool-upgrade-and-client', 'redirect-two-paths', 'rewrite-two-paths', 'ring-size-and-algorithm',
    'selector-and-endpoints', 'server-tls-two-sources', 'several-targets', 'tunnel-and-proxy-protocol', 'unverified-with-trust',
  ]),
  ...each(EMPTY, [
    'envoy-patch-missing', 'fault-empty', 'policy-operation-empty', 'policy-source-empty', 'pool-empty', 'port-mtls-empty', 'port-policy-empty', 'redirect-empty', 'rewrite-empty',
    'sidecar-empty', 'traffic-policy-empty', 'virtual-service-without-routes',
  ]),
};

function each(consequence: string, slugs: readonly string[]): Record<string, string> {
  return Object.fromEntries(slugs.map(slug => [slug, consequence]));
}

/** The slugs of which something of their own is said. */
export const slugsWithConsequence: readonly string[] = Object.keys(OF_RULE);

/** Why a broken rule hurts: what becomes of the object, and what follows from this very rule. */
export function consequenceOf({ code, slug }: { readonly code: string; readonly slug: string }, isMeshConfig: boolean): string {
  return [(isMeshConfig ? OF_MESH_CONFIG : OF_CODE)[code], OF_RULE[slug]].filter(part => part !== undefined).join(' ');
}
