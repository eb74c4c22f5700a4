import { collectorAddress, proxyAddress } from '../../../../../lib/inspect/checks/webhook/mesh-config/proxy-address';
import { Field } from '../../../../../lib/inspect/mesh/field';

describe('an address for proxies', () => {
  test.each(['istiod.istio-system.svc:15012', 'a:1', '10.0.0.1:65535', '[::1]:80', 'example.com.:80'])('can be %s', text => {
    expect([...proxyAddress(Field.root(text))]).toEqual([]);
  });

  test.each(['a', 'a:', ':80', 'a:0', 'a:65536', 'a:http', '::1:80', 'a_b:80', '10.0.0.256:80', '[::1]', '$(HOST_IP):80'])('cannot be %s', text => {
    expect([...proxyAddress(Field.root(text))]).toMatchObject([{ message: `"${text}" is not host:port` }]);
  });

  test('of a collector can be that of the node', () => {
    expect([...collectorAddress(Field.root('$(HOST_IP):9411'))]).toEqual([]);
    expect([...collectorAddress(Field.root(undefined))]).toMatchObject([{ message: 'the address is missing' }]);
  });
});
