import { Duration } from 'cdk8s';
import { Percent } from '../../../lib';
import { virtualServiceSpec } from '../../../lib/istio/render/virtual-service';
import type { ActionIntent } from '../../../lib/mesh/private/intent';

const destination = { host: 'web.shop.svc.cluster.local', port: 8080 };

test('what was not said is not rendered', () => {
  expect(JSON.parse(JSON.stringify(virtualServiceSpec({ hosts: ['web'], rules: [{ name: 'default', alternatives: [], destinations: [destination] }] })))).toEqual({
    hosts: ['web'],
    http: [{ name: 'default', route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } }] }],
  });
});

test('[F022] rules for requests that come in by gateways name these by namespace and name', () => {
  expect(virtualServiceSpec({ hosts: ['shop.example.com'], gateways: ['istio-ingress/shared'], rules: [] }))
    .toMatchObject({ hosts: ['shop.example.com'], gateways: ['istio-ingress/shared'] });
});

test('[F086] an abort always says how many it hits: without a percentage Istio aborts nothing', () => {
  const fault = { abort: { percent: Percent.of(10), status: 503 }, delay: { percent: Percent.of(0.5), duration: Duration.millis(250) } };
  const { http: [rule] = [] } = virtualServiceSpec({ hosts: ['web'], rules: [{ name: 'chaos', alternatives: [], destinations: [destination], fault }] });
  expect(rule.fault).toEqual({ abort: { percentage: { value: 10 }, httpStatus: 503 }, delay: { percentage: { value: 0.5 }, fixedDelay: '250ms' } });
});

test('[F086] an abort can have a status of gRPC', () => {
  const fault = { abort: { percent: Percent.of(100), grpcStatus: 'UNAVAILABLE' } };
  const { http: [rule] = [] } = virtualServiceSpec({ hosts: ['web'], rules: [{ name: 'chaos', alternatives: [], destinations: [destination], fault }] });
  expect(rule.fault).toEqual({ delay: undefined, abort: { percentage: { value: 100 }, grpcStatus: 'UNAVAILABLE' } });
});

test('connections are matched by port and caller, and those of TLS by the name that they ask for', () => {
  const sources = [{ sourceLabels: { app: 'reports' } }, { sourceNamespace: 'audit' }];
  const connections = [
    { port: 5432, sources, destinations: [destination] },
    { port: 8443, names: ['web'], sources: [], destinations: [{ ...destination, weight: 90 }, { ...destination, subset: 'v2', weight: 10 }] },
  ];
  const route = { destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } };
  expect(JSON.parse(JSON.stringify(virtualServiceSpec({ hosts: ['web'], rules: [], connections })))).toEqual({
    hosts: ['web'],
    tls: [{
      match: [{ sniHosts: ['web'], port: 8443 }],
      route: [{ ...route, weight: 90 }, { destination: { ...route.destination, subset: 'v2' }, weight: 10 }],
    }],
    tcp: [{ match: [{ port: 5432, sourceLabels: { app: 'reports' } }, { port: 5432, sourceNamespace: 'audit' }], route: [route] }],
  });
});

const done = (action: ActionIntent): unknown => JSON.parse(JSON.stringify(virtualServiceSpec({ hosts: ['web'], rules: [{ name: 'one', alternatives: [], ...action }] }).http));

test('a redirect and an answer of the mesh carry nothing of a route', () => {
  expect(done({ redirect: { host: 'shop.example.com', path: '/new', port: 443, scheme: 'https', status: 308 } }))
    .toEqual([{ name: 'one', redirect: { authority: 'shop.example.com', uri: '/new', port: 443, scheme: 'https', redirectCode: 308 } }]);
  expect(done({ response: { status: 410, body: 'gone' } })).toEqual([{ name: 'one', directResponse: { status: 410, body: { string: 'gone' } } }]);
  expect(done({ response: { status: 204 } })).toEqual([{ name: 'one', directResponse: { status: 204 } }]);
});

test('headers are changed in requests, in answers, or in both', () => {
  const changes = { add: { via: 'mesh' }, remove: ['x-secret'], set: { 'x-env': 'test' } };
  const route = [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } }];
  expect(done({ destinations: [destination], requestHeaders: changes })).toEqual([{ name: 'one', headers: { request: changes }, route }]);
  expect(done({ destinations: [destination], responseHeaders: { add: {}, remove: [], set: { 'x-env': 'test' } } }))
    .toEqual([{ name: 'one', headers: { response: { set: { 'x-env': 'test' } } }, route }]);
});

test('what only their own namespace knows is exported to that alone', () => {
  expect(virtualServiceSpec({ hosts: ['web'], isPrivate: true, rules: [] })).toMatchObject({ hosts: ['web'], exportTo: ['.'] });
});

describe('a destination that wants a host of its own', () => {
  const outside = { host: 'pay.example.com', port: 80, hostHeader: 'pay.example.com' };
  const route = { destination: { host: 'pay.example.com', port: { number: 80 } } };
  const own = { destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } };

  test('gets it by the rule, unless the rule says one', () => {
    expect(done({ destinations: [outside] })).toEqual([{ name: 'one', rewrite: { authority: 'pay.example.com' }, route: [route] }]);
    expect(done({ destinations: [outside], rewrite: { host: 'eu.example.com' } }))
      .toEqual([{ name: 'one', rewrite: { authority: 'eu.example.com' }, route: [route] }]);
    expect(done({ destinations: [outside], rewrite: { path: { to: '/' } } }))
      .toEqual([{ name: 'one', rewrite: { uri: '/', authority: 'pay.example.com' }, route: [route] }]);
  });

  test('gets it alone where others do not', () => {
    const destinations = [{ ...destination, weight: 60 }, { ...outside, weight: 40 }];
    const headers = { request: { set: { host: 'pay.example.com' } } };
    expect(done({ destinations })).toEqual([{ name: 'one', route: [{ ...own, weight: 60 }, { ...route, weight: 40, headers }] }]);
    expect(done({ destinations, rewrite: { host: 'eu.example.com' } }))
      .toEqual([{ name: 'one', rewrite: { authority: 'eu.example.com' }, route: [{ ...own, weight: 60 }, { ...route, weight: 40 }] }]);
    expect(done({ destinations: [...destinations].reverse(), rewrite: { path: { to: '/' } } }))
      .toEqual([{ name: 'one', rewrite: { uri: '/' }, route: [{ ...route, weight: 40, headers }, { ...own, weight: 60 }] }]);
  });

  test('does not get it where requests are not seen', () => {
    const connections = [{ port: 5432, sources: [], destinations: [outside] }];
    expect(virtualServiceSpec({ hosts: ['db'], rules: [], connections }).tcp).toEqual([{ match: [{ port: 5432 }], route: [{ ...route, weight: undefined }] }]);
  });
});
