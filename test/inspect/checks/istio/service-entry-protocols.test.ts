import { serviceEntryProtocolsCheck } from '../../../../lib/inspect/checks/istio/service-entry-protocols';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [serviceEntryProtocolsCheck];
const entry = (name: string, protocol: string, more = '', host = 'a.example.com'): string => (
  yamlObject(TYPES.serviceEntry, name, `spec: {hosts: ["${host}"], ports: [{number: 443, protocol: ${protocol}}]${more}}`)
);
const conflict = (names: readonly string[], protocols: string): string[] => names.map(name => (
  `IST0177 service-entry-protocols | ServiceEntry ${name} | metadata.name | port 443 of a.example.com is ${protocols} in ${names.join(', ')}`
));

test.each([
  ['for all', entry('shop/a', 'TLS') + entry('web/b', 'http'), conflict(['shop/a', 'web/b'], 'HTTP and TLS')],
  ['and no protocol', entry('shop/a', 'TLS') + entry('shop/b', '""'), conflict(['shop/a', 'shop/b'], 'without protocol and TLS')],
  ['for all, and for a namespace', entry('shop/a', 'TLS') + entry('web/b', 'HTTP', ', exportTo: ["."]'), conflict(['shop/a', 'web/b'], 'HTTP and TLS')],
  ['for one namespace', entry('shop/a', 'TLS', ', exportTo: ["."]') + entry('web/b', 'HTTP', ', exportTo: [shop]'), conflict(['shop/a', 'web/b'], 'HTTP and TLS')],
])('a port has two protocols %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test('two protocols that one ServiceEntry gives a port are told at the second of its ports, and where another one has a part in it, of all', () => {
  const twice = entry('shop/a', 'TLS').replace('ports: [', 'ports: [{number: 80, protocol: HTTP}, {number: 443, protocol: HTTP}, ');
  expect(found(twice, { checks })).toEqual([
    'IST0177 service-entry-protocols | ServiceEntry shop/a | spec.ports[2].number | port 443 of a.example.com is HTTP and TLS in shop/a',
  ]);
  expect(found(twice + entry('shop/b', 'TLS'), { checks })).toEqual(conflict(['shop/a', 'shop/b'], 'HTTP and TLS'));
});

test.each([
  ['in both', entry('shop/a', 'TLS') + entry('shop/b', 'tls')],
  ['for each host', entry('shop/a', 'TLS') + entry('shop/b', 'HTTP', '', 'b.example.com')],
  ['for each namespace', entry('shop/a', 'TLS', ', exportTo: ["."]') + entry('web/b', 'HTTP', ', exportTo: ["."]')],
])('a port has one protocol %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});
