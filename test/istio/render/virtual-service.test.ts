import { Duration } from 'cdk8s';
import { Percent } from '../../../lib';
import { virtualServiceSpec } from '../../../lib/istio/render/virtual-service';

const destination = { host: 'web.shop.svc.cluster.local', port: 8080 };

test('what was not said is not rendered', () => {
  expect(JSON.parse(JSON.stringify(virtualServiceSpec({ hosts: ['web'], rules: [{ name: 'default', alternatives: [], destinations: [destination] }] })))).toEqual({
    hosts: ['web'],
    http: [{ name: 'default', route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: 8080 } } }] }],
  });
});

test('[F022] rules for requests that come in by gateways name these by namespace and name', () => {
  expect(virtualServiceSpec({ hosts: ['shop.example.com'], gateways: ['istio-ingress/shared'], rules: [] }))
    .toEqual({ hosts: ['shop.example.com'], gateways: ['istio-ingress/shared'], http: [] });
});

test('[F086] an abort always says how many it hits: without a percentage Istio aborts nothing', () => {
  const fault = { abort: { percent: Percent.of(10), status: 503 }, delay: { percent: Percent.of(0.5), duration: Duration.millis(250) } };
  const { http: [rule] = [] } = virtualServiceSpec({ hosts: ['web'], rules: [{ name: 'chaos', alternatives: [], destinations: [destination], fault }] });
  expect(rule.fault).toEqual({ abort: { percentage: { value: 10 }, httpStatus: 503 }, delay: { percentage: { value: 0.5 }, fixedDelay: '250ms' } });
});
