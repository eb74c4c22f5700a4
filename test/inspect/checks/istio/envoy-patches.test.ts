import { envoyPatchesCheck } from '../../../../lib/inspect/checks/istio/envoy-patches';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [envoyPatchesCheck];
const patch = (operation: string, applyTo: string, more = ''): string => `{applyTo: ${applyTo}, patch: {operation: ${operation}, value: {name: lua}}${more}}`;
const filter = (...patches: readonly string[]): string => yamlObject(TYPES.envoyFilter, 'shop/lua', `spec: {configPatches: [${patches.join(', ')}]}`);
const codes = (yaml: string): string[] => found(yaml, { checks }).map(finding => finding.slice(0, 7));
const forVersion = ', match: {proxy: {proxyVersion: "^1.30"}}';

test.each<readonly [string, string, string]>([
  ['ADD', 'ROUTE_CONFIGURATION', 'IST0153 add-patch | ADD has no effect on ROUTE_CONFIGURATION'],
  ['ADD', 'HTTP_ROUTE', 'IST0153 add-patch | ADD has no effect on HTTP_ROUTE'],
  ['REMOVE', 'HTTP_ROUTE', 'IST0154 remove-patch | REMOVE has no effect on HTTP_ROUTE'],
  ['REPLACE', 'CLUSTER', 'IST0152 replace-patch | REPLACE has no effect on CLUSTER'],
  ...[['REMOVE', 'CLUSTER'], ['REPLACE', 'HTTP_FILTER'], ['REPLACE', 'VIRTUAL_HOST'], ['INSERT_BEFORE', 'HTTP_FILTER'], ['INSERT_AFTER', 'HTTP_FILTER']]
    .map(([operation, where]) => (
      [operation, where, `IST0151 relative-patch | ${operation} depends on what other EnvoyFilters do before it, and without a priority their order is undefined`] as const
    )),
])('%s of %s is reported', (operation, where, expected) => {
  const [rule, message] = expected.split(' | ');
  expect(found(filter(patch(operation, where)), { checks })).toEqual([
    `${rule} | EnvoyFilter shop/lua | spec.configPatches[0].patch.operation | ${message}`,
  ]);
});

test.each([['ADD', 'CLUSTER'], ['MERGE', 'HTTP_ROUTE'], ['INSERT_FIRST', 'HTTP_FILTER'], ['7', 'HTTP_FILTER']])('%s of %s is not reported', (operation, where) => {
  expect(found(filter(patch(operation, where)), { checks })).toEqual([]);
});

test.each([
  ['beside one for a version of the proxy', filter(patch('INSERT_FIRST', 'HTTP_FILTER', forVersion), patch('REMOVE', 'HTTP_FILTER')), ['IST0155']],
  ['before one for a version of the proxy', filter(patch('REMOVE', 'HTTP_FILTER'), patch('INSERT_FIRST', 'HTTP_FILTER', forVersion)), ['IST0151']],
  ['in another EnvoyFilter', filter(patch('INSERT_FIRST', 'HTTP_FILTER', forVersion)).replace('lua"', 'a"') + filter(patch('REMOVE', 'HTTP_FILTER')), ['IST0155']],
  ['of another filter', filter(patch('INSERT_FIRST', 'HTTP_FILTER', forVersion), patch('REMOVE', 'HTTP_FILTER').replace('lua', 'cors')), ['IST0151']],
  ['behind a patch that is none', filter('{applyTo: HTTP_FILTER}', patch('REMOVE', 'HTTP_FILTER')), []],
  ['that names what it changes in its match',
    filter(patch('INSERT_FIRST', 'HTTP_FILTER', forVersion), '{applyTo: HTTP_FILTER, match: {listener: {filterChain: {filter: {name: lua}}}}, patch: {operation: REMOVE}}'), ['IST0155']],
])('a patch is judged %s', (_, yaml, expected) => {
  expect(codes(yaml)).toEqual(expected);
});

test('a patch with a priority depends on nothing', () => {
  expect(codes(filter(patch('REMOVE', 'CLUSTER')).replace('spec: {', 'spec: {priority: 10, '))).toEqual([]);
});
