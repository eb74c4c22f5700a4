import { serviceEntryAddressesCheck } from '../../../../lib/inspect/checks/istio/service-entry-addresses';
import { found } from '../../../support/judge';
import { TYPES, yamlObject } from '../../../support/yaml-objects';

const checks = [serviceEntryAddressesCheck];
const entry = (port: string, more = '', status = ''): string => yamlObject(TYPES.serviceEntry, 'shop/db', `spec: {hosts: [db], ports: [{number: 5432${port}}]${more}}${status}`);
const reported = [
  'IST0134 service-entry-address | ServiceEntry shop/db | spec.ports[0] | port 5432 is TCP, and without addresses it captures traffic to that port for all hosts',
];
const metadata = (...names: readonly string[]): object => ({ defaultConfig: { proxyMetadata: Object.fromEntries(names.map(name => [name, 'true'])) } });

test.each([
  ['TCP', entry(', protocol: TCP'), reported],
  ['TCP in lower case', entry(', protocol: tcp'), reported],
  ['nothing', entry(''), reported],
  ['TCP, of a port whose number is none', entry(', name: sql').replace('5432', 'x'), [reported[0].replace('port 5432', 'the port "sql"')]],
  ['TLS', entry(', protocol: TLS'), []],
  ['TCP, with an address', entry(', protocol: TCP', ', addresses: [192.0.2.1]'), []],
  ['TCP, with an address that a controller gave', entry(', protocol: TCP', '', '\nstatus: {addresses: [{value: 192.0.2.1}]}'), []],
])('the protocol is %s', (_, yaml, expected) => {
  expect(found(yaml, { checks })).toEqual(expected);
});

test.each([
  ['by the proxies', metadata('ISTIO_META_DNS_CAPTURE', 'ISTIO_META_DNS_AUTO_ALLOCATE'), 0],
  ['by istiod', metadata('ISTIO_META_DNS_CAPTURE', 'PILOT_ENABLE_IP_AUTOALLOCATE'), 0],
  ['to nobody who asks', metadata('ISTIO_META_DNS_AUTO_ALLOCATE'), 1],
  ['by nobody', metadata('ISTIO_META_DNS_CAPTURE'), 1],
])('addresses are given %s', (_, meshConfig, expected) => {
  expect(found(entry(''), { checks, set: { meshConfig } })).toHaveLength(expected);
});
