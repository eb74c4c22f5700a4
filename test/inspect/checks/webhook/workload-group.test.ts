import { workloadGroup } from '../../../../lib/inspect/checks/webhook/workload-group';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: workloadGroup, apiVersion: 'networking.istio.io/v1', kind: 'WorkloadGroup' };

describe('a WorkloadGroup', () => {
  test.each<[string, string, string[]]>([
    ['no template', 'metadata: {}', [
      'workload-group-template | spec.template | the group has no template',
    ]],
    ['labels that are none', `template: {}
metadata: {labels: {".": "~"}}`, [
      'label-key | spec.metadata.labels["."] | "." is not a valid label key',
      'label-value | spec.metadata.labels["."] | "~" is not a valid label value',
    ]],
    ['numbers below 0', `template: {}
probe: {periodSeconds: -1, failureThreshold: -2, exec: {command: [a]}}`, [
      'probe-number | spec.probe.failureThreshold | failureThreshold is negative',
      'probe-number | spec.probe.periodSeconds | periodSeconds is negative',
    ]],
    ['no way to ask', `template: {}
probe: {}`, [
      'probe-method | spec.probe | the probe has none of httpGet, tcpSocket and exec',
    ]],
    ['a way that is not known there', `template: {}
probe: {grpc: {port: 80}}`, [
      'probe-method | spec.probe | the probe has none of httpGet, tcpSocket and exec',
    ]],
    ['a way that is null', `template: {}
probe: {httpGet: null}`, [
      'probe-method | spec.probe | the probe has none of httpGet, tcpSocket and exec',
    ]],
    ['HTTP without a port', `template: {}
probe: {httpGet: {}}`, [
      'port-number | spec.probe.httpGet.port | the number of the port is missing',
    ]],
    ['HTTP by another scheme and with a header that is none', `template: {}
probe: {httpGet: {port: 80, scheme: http, httpHeaders: [{name: a_b}, {value: a}]}}`, [
      'probe-header | spec.probe.httpGet.httpHeaders[1].name | "" is not a valid header name',
      'probe-header | spec.probe.httpGet.httpHeaders[0].name | "a_b" is not a valid header name',
      'probe-scheme | spec.probe.httpGet.scheme | a probe cannot use http',
    ]],
    ['TCP without a port', `template: {}
probe: {tcpSocket: {}}`, [
      'port-number | spec.probe.tcpSocket.port | the number of the port is missing',
    ]],
    ['no command', `template: {}
probe: {exec: {}}`, [
      'probe-command | spec.probe.exec.command | the probe has no command',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['a template', 'template: {}'],
    ['HTTP', `template: {}
probe: {httpGet: {port: 80, scheme: HTTPS, httpHeaders: [{name: a-b}]}}`],
    ['TCP', `template: {}
probe: {tcpSocket: {port: 80}, periodSeconds: 0}`],
    ['a command', `template: {}
probe: {exec: {command: [a]}}`],
    ['what the template holds, at which the webhook does not look', 'template: {address: a_b, ports: {http: 0}}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
