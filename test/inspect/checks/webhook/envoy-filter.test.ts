import { envoyFilter } from '../../../../lib/inspect/checks/webhook/envoy-filter';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: envoyFilter, apiVersion: 'networking.istio.io/v1alpha3', kind: 'EnvoyFilter', without: 'envoy-filter-internal' };

describe('an EnvoyFilter', () => {
  test.each<[string, string, string[]]>([
    ['a patch that says nothing', `configPatches:
- {}`, [
      'envoy-patch-place | spec.configPatches[0].applyTo | the patch does not say what it is applied to',
    ]],
    ['a patch of no place', `configPatches:
- {applyTo: INVALID, patch: {operation: REMOVE}}`, [
      'envoy-patch-place | spec.configPatches[0].applyTo | the patch does not say what it is applied to',
    ]],
    ['a patch that changes nothing', `configPatches:
- {applyTo: CLUSTER}`, [
      'envoy-patch-missing | spec.configPatches[0].patch | the patch does not say what it changes',
    ]],
    ['a patch without an operation', `configPatches:
- {applyTo: CLUSTER, patch: {operation: INVALID, value: {}}}`, [
      'envoy-patch-operation | spec.configPatches[0].patch.operation | the patch has no operation',
    ]],
    ['a patch without a value', `configPatches:
- {applyTo: CLUSTER, patch: {operation: ADD}}`, [
      'envoy-patch-value-missing | spec.configPatches[0].patch.value | the operation ADD needs a value',
    ]],
    ['a version that is no expression, and nothing more of that patch', `configPatches:
- {applyTo: LISTENER, match: {proxy: {proxyVersion: "a++"}, cluster: {}}, patch: {operation: REMOVE}}`, [
      'envoy-proxy-version | spec.configPatches[0].match.proxy.proxyVersion | "a++" is not a valid RE2 regular expression',
    ]],
    ['a version that is not looked at, and more of that patch', `configPatches:
- {applyTo: LISTENER, match: {proxy: {proxyVersion: "${'a'.repeat(1025)}"}, cluster: {}}, patch: {operation: REMOVE}}`, [
      'envoy-match-object | spec.configPatches[0].match.cluster | LISTENER is matched by listener, not by cluster',
      'envoy-proxy-version-long | spec.configPatches[0].match.proxy.proxyVersion | an expression of more than 1024 bytes is not checked',
    ]],
    ['a selector that cannot be taken, and nothing more', `workloadSelector: {labels: {app: "a*"}}
configPatches: [{}]`, [
      'selector-wildcard | spec.workloadSelector.labels.app | "app: a*" contains a *, but labels are compared literally',
    ]],
    ['a selector without labels, and more', `workloadSelector: {}
configPatches: [{}]`, [
      'selector-empty | spec.workloadSelector | the selector has no labels, so it selects all pods of the namespace',
      'envoy-patch-place | spec.configPatches[0].applyTo | the patch does not say what it is applied to',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['patches that fit', `workloadSelector: {labels: {app: a}}
configPatches:
- {applyTo: CLUSTER, match: {context: GATEWAY, proxy: {proxyVersion: "^1[.]30.*"}}, patch: {operation: REMOVE}}
- {applyTo: BOOTSTRAP, patch: {operation: MERGE, value: {}}}`],
    ['patches of waypoints, at which the webhook does not look', `configPatches:
- {match: {context: WAYPOINT}}`],
    ['null where a patch is expected, which the schema refuses', 'configPatches: [null]'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });

  test('is always warned of, whatever it says', () => {
    expect(webhookWords({ ...subject, without: undefined }, 'configPatches: []')).toEqual([
      'envoy-filter-internal |  | an EnvoyFilter changes generated configuration, and may behave differently after an upgrade',
    ]);
  });
});
