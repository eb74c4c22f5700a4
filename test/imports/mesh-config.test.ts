import { MESH_CONFIG_ENUMS, MESH_CONFIG_FIELDS } from '../../imports/istio-mesh-config-fields';
import { typeErrors } from '../support/type-errors';

/** A program that says part of the mesh configuration. */
const saying = (config: string): string => `
  import { Duration } from 'cdk8s';
  import { Istio, IstioInstall, MeshApp, meshConfig, MeshPlatform } from 'cdk8s-mesh';
  const install = IstioInstall.of(new MeshPlatform(new MeshApp({ mesh: Istio.mesh() }), 'platform'));
  install.meshConfig(${config});
`;

const KNOWN = [
  '{ enableTracing: true, connectTimeout: Duration.seconds(10), defaultConfig: { tracing: {}, proxyMetadata: { A: "b" } } }',
  '{ outboundTrafficPolicy: { mode: meshConfig.MeshConfigOutboundTrafficPolicyMode.REGISTRY_ONLY } }',
  '{ extensionProviders: [{ name: "log", envoyFileAccessLog: { path: "/dev/stdout", logFormat: { labels: { method: "%REQ(:METHOD)%" } } } }] }',
];

const UNKNOWN = [
  ['an unknown name', '{ enableTracingg: true }', /^Object literal may only specify known properties, but 'enableTracingg' does not exist/],
  ['an unknown name inside', '{ defaultConfig: { holdApplication: true } }', /^Object literal may only specify known properties, .*'holdApplication' does not exist/],
  ['another value of an enum', '{ outboundTrafficPolicy: { mode: "REGISTRY" } }', /^Type '"REGISTRY"' is not assignable to type 'MeshConfigOutboundTrafficPolicyMode/],
  ['another type', '{ enableTracing: "yes" }', /^Type 'string' is not assignable to type 'boolean \| undefined'/],
  ['a duration as text', '{ connectTimeout: "10s" }', /^Type 'string' is not assignable to type 'Duration'/],
  ['the tracer of OpenCensus', '{ defaultConfig: { tracing: { openCensusAgent: {} } } }', /'openCensusAgent' does not exist/],
  ['the provider of OpenCensus', '{ extensionProviders: [{ name: "x", opencensus: {} }] }', /'opencensus' does not exist/],
  ['that of Lightstep', '{ extensionProviders: [{ name: "x", lightstep: {} }] }', /'lightstep' does not exist/],
  ['a protocol that there never was', '{ defaultConfig: { tracing: { openTelemetryProtocol: {} } } }', /'openTelemetryProtocol' does not exist/],
  ['an endpoint in the place of a service', '{ extensionProviders: [{ name: "x", opentelemetry: { endpoint: "a:4317" } }] }', /'endpoint' does not exist/],
] as const;

const errors = typeErrors(Object.fromEntries([...KNOWN, ...UNKNOWN.map(([, config]) => config)].map(config => [config, saying(config)])));

test.each(KNOWN)('[F006] %s compiles', config => {
  expect(errors[config]).toBeUndefined();
});

test.each(UNKNOWN)('[F006] [F064] %s does not compile: %s', (_, config, message) => {
  expect(errors[config]).toEqual([expect.stringMatching(message)]);
});

test('[F006] every type of a field is known', () => {
  const scalars = ['any', 'boolean', 'duration', 'int32', 'int64', 'number', 'string', 'uint32'];
  const types = Object.values(MESH_CONFIG_FIELDS).flatMap(fields => Object.values(fields).map(({ type }) => type));
  expect(types.filter(type => !scalars.includes(type) && !(type in MESH_CONFIG_FIELDS) && !(type in MESH_CONFIG_ENUMS))).toEqual([]);
});
