import { Locality } from '../../lib/mesh/locality';
import { Weight } from '../../lib/mesh/weight';

const LABELS = '"a b: " is not a valid label. Use letters, digits and inner "-", "_" and ".", at most 63 characters each; a name may have a domain and "/" in front.';

test('the nearest come first, and of regions those that are named', () => {
  expect(Locality.failover()._intent).toEqual({ kind: 'failover', regions: {} });
  expect(Locality.failover({ 'us-east': 'us-west' })._intent).toEqual({ kind: 'failover', regions: { 'us-east': 'us-west' } });
});

test('what is given is copied', () => {
  const regions: Record<string, string> = { 'us-east': 'us-west' };
  const locality = Locality.failover(regions);
  regions['us-west'] = 'us-east';
  expect(locality._intent).toEqual({ kind: 'failover', regions: { 'us-east': 'us-west' } });
});

test('labels count in their order, with a value of their own if they name one', () => {
  expect(Locality.byLabels('topology.istio.io/network', 'version=v1')._intent).toEqual({ kind: 'labels', labels: ['topology.istio.io/network', 'version=v1'] });
});

test('[F123] shares depend on where the caller is', () => {
  expect(Locality.distribute({ callersIn: 'us-east', to: { 'us-east': Weight.percent(80), 'us-west': Weight.percent(20) } })._intent).toEqual({
    kind: 'distribute', shares: [{ from: 'us-east', to: { 'us-east': 80, 'us-west': 20 } }],
  });
});

test('localities can be ignored, whatever the mesh does', () => {
  expect(Locality.ignored()._intent).toEqual({ kind: 'ignored' });
});

test.each([
  ['Locality.byLabels: no labels given. Name at least one, the most important first, such as "topology.kubernetes.io/region".', () => Locality.byLabels()],
  ['Locality.byLabels: the label "zone" is listed twice. List each label once, the most important first.', () => Locality.byLabels('zone', 'zone=a')],
  [`Locality.byLabels: ${LABELS}`, () => Locality.byLabels('a b')],
  [`Locality.byLabels: ${LABELS.replace('a b: ', 'a: b=c')}`, () => Locality.byLabels('a=b=c')],
  ['Locality.failover: "us-east/1" is not a region. Name a region without zones, such as "us-east".', () => Locality.failover({ 'us-east/1': 'us-west' })],
  ['Locality.failover: "*" is not a region. Name a region without zones, such as "us-east".', () => Locality.failover({ 'us-east': '*' })],
  ['Locality.failover: "" is not a region. Name a region without zones, such as "us-east".', () => Locality.failover({ '': 'us-west' })],
  ['Locality.failover: "us-east" fails over to itself. Name another region, or leave it out: healthy instances in the caller\'s region always come first.',
    () => Locality.failover({ 'us-east': 'us-east' })],
])('fails: %s', (message, make) => {
  expect(make).toThrow(new Error(message));
});
