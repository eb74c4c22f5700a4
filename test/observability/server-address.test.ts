import { ServerAddress } from '../../lib';
import { shopChart, webIn } from '../support/shop-chart';

test('a service is asked at its host, and at the port and the path that are said', () => {
  const web = webIn(shopChart());
  const address = ServerAddress.ofService(web, { path: '/jaeger' });
  expect([address._for(web), address._port]).toEqual(['http://web.shop.svc.cluster.local:8080/jaeger', '8080']);
});

test('a port that the service has not is refused', () => {
  expect(() => ServerAddress.ofService(webIn(shopChart()), { port: 16685 })).toThrow(
    new Error('ServerAddress.ofService: has no port 16685. Known ports: 8080. Use the port of the Service, not of its pods.'),
  );
});

test.each(['prometheus:9090', 'ftp://a.example.com', 'http://user:secret@a.example.com', 'http://a.example.com/?token=secret', 'http://a.example.com/', 'http://a b'])('%s is no address', url => {
  expect(() => ServerAddress.url(url)).toThrow(
    new Error(`ServerAddress.url: "${url}" is not a server address. Use one with http:// or https://, without user, query and trailing slash, such as "http://prometheus.monitoring:9090".`),
  );
});
