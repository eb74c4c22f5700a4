import { faultRouteCheck } from '../../../../lib/inspect/checks/mesh/fault-route';
import { flowObject } from '../../../support/flow-objects';
import { found } from '../../../support/judge';

const checks = [faultRouteCheck];

const route = (...http: readonly string[]): string => (
  flowObject('networking.istio.io/v1', 'VirtualService', ['shop/cart', `hosts: [cart], http: [${http.map(entry => `{${entry}, route: [{destination: {host: cart}}]}`).join(', ')}]`])
);
const FAULT = 'fault: {abort: {httpStatus: 500, percentage: {value: 10}}}';
const MATCH = 'match: [{headers: {x-chaos: {exact: "on"}}}]';

test('a fault for some requests that leaves the others without route is found', () => {
  expect(found(route(`${MATCH}, ${FAULT}`), { checks })).toEqual([
    'MESH031 fault-route | VirtualService shop/cart | spec.http[0].match | requests that this route does not match are matched by no later route: they get 404',
  ]);
});

test('so are timeout and retries beside a fault, which are not there then', () => {
  expect(found(route(`${FAULT}, timeout: 5s, retries: {attempts: 2}`), { checks })).toEqual([
    'MESH031 fault-route | VirtualService shop/cart | spec.http[0].retries | Istio ignores retries on a route with a fault',
    'MESH031 fault-route | VirtualService shop/cart | spec.http[0].timeout | Istio ignores timeout on a route with a fault',
  ]);
});

test.each([
  ['a later route that takes some', route(`${MATCH}, ${FAULT}`, 'match: [{uri: {prefix: /api}}]')],
  ['an earlier route that takes all', route('timeout: 5s', `${MATCH}, ${FAULT}`)],
])('%s is no help', (_, yaml) => {
  expect(found(yaml, { checks })).toHaveLength(1);
});

test.each([
  ['a later route without match', route(`${MATCH}, ${FAULT}`, 'timeout: 5s')],
  ['a later route for all paths', route(`${MATCH}, ${FAULT}`, 'match: [{uri: {prefix: /api}}, {name: rest, uri: {prefix: /}}]')],
  ['a fault for all requests', route(FAULT)],
  ['a fault for all paths', route(`match: [{uri: {prefix: /}}], ${FAULT}`)],
  ['a match without a fault', route(MATCH)],
  ['what another rule delegates to', flowObject('networking.istio.io/v1', 'VirtualService', ['shop/cart', `http: [{${MATCH}, ${FAULT}, timeout: 5s}]`])],
])('nothing is said of %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
