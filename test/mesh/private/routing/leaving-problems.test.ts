import { leavingProblems } from '../../../../lib/mesh/private/routing/leaving-problems';

const EGRESS = { host: 'egress.istio-egress.svc.cluster.local', port: 443, outsideHost: 'pay.example.com' };
const WEB = { host: 'web.shop.svc.cluster.local', port: 80 };
const PROBLEM = 'sends requests to pay.example.com through a gateway under the name "eu.example.com", which that gateway does not know. Leave the host as it is, or let pay.example.com be called without a gateway.';

test.each([
  ['a rewritten host', { rewrite: { host: 'eu.example.com' } }],
  ['a header that is set', { requestHeaders: { add: {}, remove: [], set: { host: 'eu.example.com' } } }],
])('a gateway knows nothing by %s', (_, changes) => {
  expect(leavingProblems({ destinations: [WEB, EGRESS, EGRESS], ...changes })).toEqual([PROBLEM]);
});

test.each([
  ['the host stays', { destinations: [EGRESS] }],
  ['the host is that of the server', { destinations: [EGRESS], rewrite: { host: 'pay.example.com' } }],
  ['nothing leaves by a gateway', { destinations: [WEB], rewrite: { host: 'eu.example.com' } }],
])('nothing is wrong where %s', (_, action) => {
  expect(leavingProblems(action)).toEqual([]);
});
