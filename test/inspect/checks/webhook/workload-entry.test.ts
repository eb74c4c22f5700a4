import { workloadEntry } from '../../../../lib/inspect/checks/webhook/workload-entry';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: workloadEntry, apiVersion: 'networking.istio.io/v1', kind: 'WorkloadEntry' };

describe('a WorkloadEntry', () => {
  test.each<[string, string, string[]]>([
    ['neither address nor network', '{}', [
      'workload-address-missing | spec.address | the workload has neither an address nor a network',
    ]],
    ['a network alone', 'network: west', [
      'workload-network-alone | spec.address | the workload has no address, so it is reached only through the gateway of its network',
    ]],
    ['a socket with ports', `address: unix:///run/a
ports: {http: 80}`, [
      'workload-socket-ports | spec.ports | a socket cannot have ports',
    ]],
    ['sockets that are none', 'address: unix://run/a', [
      'socket-path | spec.address | "unix://run/a" is not a socket path',
    ]],
    ['an address that is none', 'address: a_b', [
      'host-name | spec.address | "a_b" is not a DNS name',
    ]],
    ['an address of numbers', 'address: 10.0.0.256', [
      'host-name | spec.address | "10.0.0.256" is not an IP address or DNS name',
    ]],
    ['ports that are none', `address: 10.0.0.1
ports: {a_b: 80, http: 0}`, [
      'dns-label | spec.ports.a_b | "a_b" is not a DNS label',
      'port-number | spec.ports.http | 0 is not a valid port',
    ]],
    ['labels that are none', `address: 10.0.0.1
labels: {"-a": b, a: "b!"}`, [
      'label-key | spec.labels["-a"] | "-a" is not a valid label key',
      'label-value | spec.labels.a | "b!" is not a valid label value',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['an address', `address: 10.0.0.1
ports: {http: 80}
labels: {app: a}`],
    ['a name', 'address: a.example.com'],
    ['sockets', 'address: unix://@a'],
    ['a port whose name is a number', `address: 10.0.0.1
ports: {8080: 8080}`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
