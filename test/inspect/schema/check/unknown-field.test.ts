import { violations } from '../../../../lib/inspect/schema/violations';
import { asLine, judgeThing, schemas } from '../../../support/thing-kind';

const judge = (object: object): readonly string[] => violations(object, { schemas }).map(asLine);

test('a name that is nearly that of a sibling is taken for a slip', () => {
  expect(judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec: { host: ['a'] } })).toEqual([
    'spec.host: unknown-field: "host" is no field of spec; did you mean "hosts"?',
  ]);
});

test('a name that is right elsewhere is pointed there', () => {
  const spec = { hosts: ['a'], timeout: '5s', retries: { attempts: 3 } };
  expect(judge({ apiVersion: 'networking.istio.io/v1', kind: 'VirtualService', metadata: { name: 'a' }, spec })).toEqual([
    'spec.retries: unknown-field: "retries" is no field of spec; did you mean "spec.http[].retries"?',
    'spec.timeout: unknown-field: "timeout" is no field of spec; did you mean "spec.http[].timeout"?',
  ]);
});

test('the place may be nearer to the root', () => {
  const routes = [{ name: 'a', condition: { method: 'GET' }, retryBudget: { ttl: '1s' } }];
  expect(judge({ apiVersion: 'linkerd.io/v1alpha2', kind: 'ServiceProfile', metadata: { name: 'a' }, spec: { routes } })).toEqual([
    'spec.routes[0].retryBudget: unknown-field: "retryBudget" is no field of routes[]; '
    + 'did you mean "spec.retryBudget"?',
  ]);
});

test('an unknown field of the object names the fields that every object has', () => {
  expect(judge({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, Data: {}, labels: {} })).toEqual([
    'Data: unknown-field: "Data" is no field of ConfigMap; did you mean "data"?',
    'labels: unknown-field: "labels" is no field of ConfigMap; did you mean "metadata.labels"?',
  ]);
});

test('a long list of fields is left out, and so is a guess where there is none', () => {
  const properties = Object.fromEntries(Array.from({ length: 17 }, (_, place) => [`field${place}`, { type: 'string' }]));
  expect(judgeThing({ type: 'object', properties }, { another: 1 })).toEqual(['spec.another: unknown-field: "another" is no field of spec']);
  expect(judgeThing({ type: 'object' }, { another: 1 })).toEqual(['spec.another: unknown-field: "another" is no field of spec']);
});
