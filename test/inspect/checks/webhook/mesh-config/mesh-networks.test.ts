import { meshNetworksCheck } from '../../../../../lib/inspect/checks/webhook/mesh-config/mesh-networks';
import { Subject, webhookWords } from '../../../../support/webhook-words';

const subject: Subject = { check: meshNetworksCheck, apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator' };

describe('the networks of a mesh', () => {
  test.each<[string, string, string[]]>([
    ['a range that is none', 'values: {global: {meshNetworks: {west: {endpoints: [{fromCidr: 10.0.0.0/33}]}}}}', [
      'ip-range | spec.values.global.meshNetworks.west.endpoints[0].fromCidr | "10.0.0.0/33" is not an IP address or range',
    ]],
    ['a registry that is none', 'values: {global: {meshNetworks: {west: {endpoints: [{fromRegistry: a.b}]}}}}', [
      'dns-label | spec.values.global.meshNetworks.west.endpoints[0].fromRegistry | "a.b" is not a DNS label',
    ]],
    ['gateways that are none', 'values: {global: {meshNetworks: {west: {gateways: [{registryServiceName: a_b, port: 15443}, {address: "", port: 0}]}}}}', [
      'host-name | spec.values.global.meshNetworks.west.gateways[0].registryServiceName | "a_b" is not a DNS name',
      'port-number | spec.values.global.meshNetworks.west.gateways[1].port | 0 is not a valid port',
      'host-name | spec.values.global.meshNetworks.west.gateways[1].address | the DNS name is missing',
    ]],
    ['a gateway without a port', 'values: {global: {meshNetworks: {west: {gateways: [{address: 10.0.0.1}]}}}}', [
      'port-number | spec.values.global.meshNetworks.west.gateways[0].port | the number of the port is missing',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['all there is', 'values: {global: {meshNetworks: {west: {endpoints: [{fromCidr: 10.0.0.0/8}, {fromRegistry: west}], gateways: [{registryServiceName: a.b.svc.cluster.local, port: 15443}, {address: 10.0.0.1, port: 443}, {address: gw.example.com, port: 1}]}}}}'],
    ['nothing', 'values: {global: {meshNetworks: {}}}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
