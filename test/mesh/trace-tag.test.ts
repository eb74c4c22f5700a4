import { Istio, IstioRelease, MeshApp, MeshPlatform, TraceTag } from '../../lib';
import { objectsIn } from '../support/edge-chart';

test('[F061] a tag is a text, a header, a variable of the proxy, or what a format makes', () => {
  const platform = new MeshPlatform(new MeshApp({ mesh: Istio.mesh() }), 'platform');
  platform.telemetry.tag('environment', TraceTag.literal('production'));
  platform.telemetry.tag('user_id', TraceTag.header('x-user-id'));
  platform.telemetry.tag('pod', TraceTag.environment('POD_NAME'));
  platform.telemetry.tag('protocol', TraceTag.format('%PROTOCOL%'));
  expect(objectsIn(platform).find(({ kind }) => kind === 'Telemetry').spec.tracing[0].customTags).toEqual({
    environment: { literal: { value: 'production' } },
    pod: { environment: { name: 'POD_NAME' } },
    protocol: { formatter: { value: '%PROTOCOL%' } },
    user_id: { header: { name: 'x-user-id' } },
  });
});

test('[F061] fails on a format where the release has none', () => {
  const platform = new MeshPlatform(new MeshApp({ mesh: Istio.mesh({ release: IstioRelease.V1_28 }) }), 'platform');
  platform.telemetry.tag('protocol', TraceTag.format('%PROTOCOL%'));
  expect(platform.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
    'platform/telemetry/Default: tracing[0].customTags["protocol"].formatter of Telemetry came with Istio 1.29, but the mesh is Istio 1.28. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_29 }).',
  ]);
});

test.each<[() => TraceTag, string]>([
  [() => TraceTag.header('x user'), 'TraceTag.header: "x user" is not a header name. Use one such as "x-user-id".'],
  [() => TraceTag.literal(''), 'TraceTag.literal: the text is empty, which the mesh rejects. Set the value of the tag.'],
  [() => TraceTag.environment(''), 'TraceTag.environment: the text is empty, which the mesh rejects. Set the value of the tag.'],
  [() => TraceTag.format(''), 'TraceTag.format: the text is empty, which the mesh rejects. Set the value of the tag.'],
])('[F061] fails on what is none', (make, problem) => {
  expect(make).toThrow(new Error(problem));
});
