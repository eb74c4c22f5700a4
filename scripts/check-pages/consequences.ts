/** What follows for each code that stands for several rules, where nothing else is said of a rule. */
const OF_CODE: Readonly<Record<string, string | undefined>> = {
  IST0002: 'It works as before for now. A later release of Istio drops it, and what it said is then not done.',
  IST0106: 'istiod\'s admission webhook refuses the object: `kubectl apply` fails, and so does the pipeline that runs it. What the cluster has by that name stays as it was.',
  IST0133: 'istiod\'s admission webhook takes the object and warns: `kubectl apply` prints it once, and a pipeline where nobody looks.',
};

/** The same for a mesh config, which no webhook sees. */
const OF_MESH_CONFIG: Readonly<Record<string, string | undefined>> = {
  ...OF_CODE,
  IST0106: 'istiod does not take the mesh config: it goes on with the one that it had before, and says so in its log alone. No other change that you make to it holds either.',
  IST0133: 'istiod takes the mesh config, and says so in its log alone.',
};

/** Where several rules say that two things are mutually exclusive. */
const EXCLUDED = 'The proxy can do one of the two, and istiod does not choose for you.';
/** Where several rules say that something says nothing. */
const EMPTY = 'Mostly what belongs in it is missing, misspelled, or not far enough to the right.';
/** Where a proxy would not take it. */
const REFUSED_BY_ENVOY = 'Were it not refused here, the proxies would refuse their whole new configuration and keep the old one, also for other routes.';

/** What follows from single rules beside that. */
const OF_RULE: Readonly<Record<string, string | undefined>> = {
  'deprecated-delay-percent': 'It takes whole numbers alone, so that less than one percent cannot be delayed.',
  'deprecated-rbac-crd': 'The definition is of an authorization that Istio gave up: what objects of this kind forbid is not forbidden.',
  'deprecated-lightstep': 'After an upgrade to a release without it nobody gets these traces.',

  'destination-host': 'If nobody provides it, proxies have no cluster for the host and answer with 503 (response flag `NC` in the access log).',
  'destination-port': 'Proxies have no cluster for that port of the host and answer with 503 (response flag `NC` in the access log).',
  'destination-subset': 'Proxies have no cluster for the subset and answer with 503 (response flag `NC` in the access log), also while the DestinationRule is applied after the VirtualService.',
  'gateway-credential': 'The gateway gets no certificate for the server, and clients cannot connect to it by TLS.',
  'gateway-unknown': 'The API server takes it, and the routes stand on no gateway: clients get 404, or no connection at all.',
  'policy-namespace': 'Nobody calls from there: an ALLOW rule lets nobody in, a DENY rule keeps nobody out.',
  'route-hostname-unserved': 'The status of the route says so, and nothing else: requests for these hostnames get 404.',
  'route-not-allowed': 'The status of the route says so, and nothing else: its requests get 404.',
  'route-without-gateway': 'Nobody takes the route, and no status says so: its requests get 404, or no connection at all.',
  'route-without-listener': 'The status of the route says so, and nothing else: its requests get 404.',
  'selector-without-pods': 'The object is there and applies to nothing: a policy protects nobody, a Gateway opens no port.',
  'listener-protocol': 'The status of the listener says `UnsupportedProtocol`, and nobody is answered on the port.',
  'literal-group': 'Requests come to a path with the sign in it, of which the application knows nothing.',
  'missing-group': 'The proxy says nothing of it, and the service gets the path as it came.',
  'waypoint-listener': 'The status of the listener says `UnsupportedProtocol`, and what it says of other namespaces counts for nothing.',
  'unknown-waypoint': 'The status of a Service says so, and nothing else: requests go straight to the pods, and nobody enforces the policies for them.',
  'waypoint-for': 'Requests go straight to the pods, and nobody enforces the policies for them.',
  'waypoint-not-allowed': 'The status of a Service says so, and nothing else: requests go straight to the pods, and nobody enforces the policies for them.',
  'waypoint-passed-by': 'The status of a Service says so, and nothing else: requests go straight to the pods, and nobody enforces the policies for them.',
  'selector-without-servers': 'The pods of the gateway listen on no port for it.',

  'webhook-overlap': 'Pods get two proxies that fight for the same ports, or are not created.',
  'webhook-service': 'By its `failurePolicy`, the API server then refuses to create pods (`Fail`) or creates them without proxy, outside of the mesh (`Ignore`).',

  'telemetry-default-conflict': 'The others are ignored wholly, even where one says tracing and another access logs: istiod does not merge them, and nobody is told.',
  'telemetry-target-conflict': 'istioctl reports it, though istiod keeps what is attached to something apart from what is for the whole namespace.',

  'cipher-duplicate': 'The second one changes nothing.',
  'cipher-unknown': 'The server offers the other suites of the list alone.',
  'consecutive-errors': 'Hosts are ejected after five errors in a row, Envoy\'s own number, whatever is written here.',
  'egress-all-and-more': 'The others change nothing: the proxies still get the configuration of the whole mesh, which a Sidecar should spare them.',
  'egress-host-twice': 'The second one changes nothing.',
  'endpoint-behind-network': 'If the mesh networks name no gateway for the network, no request reaches the endpoint.',
  'envoy-filter-former-name': 'istiod still finds the filter, as it knows the names of former times; when it forgets them, the patch matches nothing, and nobody is told.',
  'envoy-filter-internal': 'After an upgrade the patch may match nothing, or break the listeners that it changes.',
  'envoy-match-filter-idle': 'The patch changes all that the rest of the match finds, not only what holds the filter.',
  'envoy-proxy-version-long': 'Whether it is an expression at all is not known before proxies ask for their configuration.',
  'envoy-value-untyped': 'Envoy finds an extension by the type of its configuration. One without is refused by the proxies, which keep the configuration that they had.',
  'failover-without-detection': 'Requests go on to the hosts of their own locality, though these fail.',
  'fault-abort-without-status': 'Requests pass as if there were no fault, and the test of it says that all is well.',
  'gateway-reference-legacy': 'istiod makes namespace/name of it for now.',
  'http-pool-on-tcp': 'The port has no limit at all by them.',
  'jwt-jwks-secret': 'Who can read the policy, or its repository, can sign tokens that the mesh takes for real.',
  'mesh-curve-twice': 'The second one changes nothing.',
  'mesh-curve-unknown': 'Proxies offer the other curves of the list alone.',
  'minimum-ring-size': 'It works for now.',
  'mirror-percent': 'It works for now, in whole percents alone.',
  'old-tls-without-ciphers': 'The handshake of old clients fails, so that what was allowed for them is of no use to them.',
  'partial-wildcard-host': 'Istio compares hosts by whole labels: policies and routes for the hosts that are meant may not meet it.',
  'passthrough-with-files': 'Clients see the certificate of the workload behind the gateway, and never the one named here.',
  'policy-denies-tcp': 'Every connection to the TCP ports of these pods is closed: to a database, say, whose port is among them.',
  'redirect-without-http': 'Nothing is redirected: plain HTTP is served or refused as before.',
  'response-body-large': 'It is sent again with each change of routes, and kept in the memory of each proxy.',
  'selector-unused': 'The pods that it selects get no request by this ServiceEntry: connections go where the client wanted to connect to.',
  'server-tls-many-certificates': 'Clients never see the others.',
  'sni-ip-address': 'No connection takes this route.',
  'tcp-hosts-with-addresses': 'Connections to one of the hosts can be counted, routed and judged as connections to another.',
  'tcp-port-without-address': 'Proxies then listen for every address at this port, and take connections to other hosts for it.',
  'telemetry-tracing-many': 'Sampling, tags and providers of the others are ignored.',
  'telemetry-tracing-providers-many': 'The others get no traces, and nobody is told.',
  'workload-network-alone': 'If the mesh networks name no gateway for the network, no request reaches the workload.',

  'client-tls-missing-file': 'Without the two the proxy has nothing to show to a server that asks for a certificate.',
  'cors-method': 'Browsers would refuse the requests in which the method is misspelled.',
  'envoy-value-former-type': REFUSED_BY_ENVOY,
  'export-to-namespace': 'Were it taken, no namespace would see the object by this entry.',
  'header-internal': REFUSED_BY_ENVOY,
  'header-value': REFUSED_BY_ENVOY,
  'jwt-jwks': 'Were it taken, no token could be verified, and each request with a token would get 401.',
  'jwt-jwks-uri': 'Were it taken, no token could be verified, and each request with a token would get 401.',
  'mesh-host-any': 'It would take the requests of every sidecar to every service.',
  'percentage-too-small': 'The proxy counts in millionths: it would be 0, so that the fault, the copy or the canary never gets a request.',
  'policy-condition-key': 'Were it taken, the rule would never match: ALLOW would let nobody in, DENY would keep nobody out.',
  'policy-port': 'A policy knows the numbers of ports alone, not the names that a Service gives them.',
  'policy-without-rules': 'Were it taken, it would deny nothing and look as if it did.',
  'port-mtls-without-selector': 'Were it taken, istiod would pass over the ports and hold to the mode of the namespace.',
  'prefix-empty': 'Everything begins with nothing, so that the match would take each request.',
  'regex-syntax': REFUSED_BY_ENVOY,
  'selector-wildcard': 'Were it taken, no pod would be selected: the asterisk is an ordinary sign in labels.',
  'subset-twice': 'One of the two would be lost, with its labels and its policy.',
  'http-without-action': 'What an entry says holds for that entry alone: there are no defaults for the others.',
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
