import { meshConfigSchema } from '../../../scripts/imports/mesh-config-schema';

const ROOT = 'istio.mesh.v1alpha1.MeshConfig';
const schemaOf = (messages: Record<string, unknown[]>, enums: Record<string, string[]> = {}) => (
  meshConfigSchema({ name: 'facts/mesh-config.json', text: JSON.stringify({ module: 'istio.io/api v1', messages, enums }) })
);

test('it has what can be reached from the mesh configuration, acronyms as words, well-known types as those of TypeScript', () => {
  const schema = schemaOf({
    [ROOT]: [
      { name: 'connectTimeout', type: 'google.protobuf.Duration' }, { name: 'auto', type: 'google.protobuf.BoolValue' },
      { name: 'tls', type: 'istio.mesh.v1alpha1.MeshConfig.TLSConfig', list: true }, { name: 'labels', type: 'google.protobuf.Struct' },
    ],
    'istio.mesh.v1alpha1.MeshConfig.TLSConfig': [{ name: 'mode', type: 'istio.networking.v1alpha3.ClientTLSSettings.TLSmode' }],
    'istio.mesh.v1alpha1.MeshNetworks': [{ name: 'networks', type: 'string' }],
  }, { 'istio.networking.v1alpha3.ClientTLSSettings.TLSmode': ['DISABLE', 'SIMPLE'], 'istio.mesh.v1alpha1.Other': ['A'] });
  expect([...schema.messages]).toEqual([
    ['MeshConfig', [
      { name: 'connectTimeout', type: 'duration' }, { name: 'auto', type: 'boolean' }, { name: 'tls', type: 'MeshConfigTlsConfig', list: true },
      { name: 'labels', type: 'any' },
    ]],
    ['MeshConfigTlsConfig', [{ name: 'mode', type: 'ClientTlsSettingsTlsMode' }]],
  ]);
  expect([...schema.enums]).toEqual([['ClientTlsSettingsTlsMode', ['DISABLE', 'SIMPLE']]]);
});

test('[F064] what Istio has removed is not there, nor what belongs to it alone', () => {
  const schema = schemaOf({
    [ROOT]: [{ name: 'tracing', type: 'istio.mesh.v1alpha1.Tracing' }, { name: 'providers', type: 'istio.mesh.v1alpha1.MeshConfig.ExtensionProvider' }],
    'istio.mesh.v1alpha1.Tracing': ['lightstep', 'openCensusAgent', 'sampling'].map(name => ({ name, type: name === 'sampling' ? 'double' : 'istio.mesh.v1alpha1.Gone' })),
    'istio.mesh.v1alpha1.MeshConfig.ExtensionProvider': ['lightstep', 'opencensus', 'name'].map(name => ({ name, type: 'string' })),
    'istio.mesh.v1alpha1.Gone': [],
  });
  expect(Object.fromEntries([...schema.messages].map(([name, fields]) => [name, fields.map(field => field.name)]))).toEqual({
    MeshConfig: ['tracing', 'providers'], Tracing: ['sampling'], MeshConfigExtensionProvider: ['name'],
  });
});

test('fails on a type that the facts do not tell', () => {
  expect(() => schemaOf({ [ROOT]: [{ name: 'a', type: 'istio.mesh.v1alpha1.Unknown' }] })).toThrow(new Error(
    'facts/mesh-config.json: does not tell what "istio.mesh.v1alpha1.Unknown" is; give the message or enum, or teach scripts/imports/mesh-config-schema.ts the type',
  ));
});

test('fails where two types would have one name', () => {
  const [one, other] = ['istio.mesh.v1alpha1.TLS', 'istio.networking.v1alpha3.Tls'];
  expect(() => schemaOf({ [ROOT]: [one, other].map((type, number) => ({ name: `f${number}`, type })), [one]: [], [other]: [] })).toThrow(new Error(
    `facts/mesh-config.json: "${other}" and "${one}" would both be called Tls; teach scripts/imports/mesh-config-schema.ts another name`,
  ));
});
