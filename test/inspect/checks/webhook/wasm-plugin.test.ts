import { wasmPlugin } from '../../../../lib/inspect/checks/webhook/wasm-plugin';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: wasmPlugin, apiVersion: 'extensions.istio.io/v1alpha1', kind: 'WasmPlugin' };

describe('a WasmPlugin', () => {
  test.each<[string, string, string[]]>([
    ['no place of the module', '{}', [
      'wasm-url | spec.url | the url is missing',
    ]],
    ['a port that is none', `url: oci://a/b
match: [{ports: [{number: 80}, {}, {number: 65536}]}]`, [
      'port-number | spec.match[0].ports[2].number | 65536 is not a valid port',
      'port-number | spec.match[0].ports[1].number | the number of the port is missing',
    ]],
    ['a target of a kind that takes none', `url: oci://a/b
targetRef: {kind: Deployment, name: a}`, [
      'target-kind | spec.targetRef | policies cannot target "Deployment"',
    ]],
    ['a selector without labels', `url: oci://a/b
selector: {}`, [
      'selector-empty | spec.selector | the selector has no labels, so it selects all pods of the namespace',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['a module for some ports of some pods', `url: oci://a/b
selector: {matchLabels: {a: b}}
match: [{ports: [{number: 80}]}, {mode: CLIENT}]`],
    ['null where a port is expected, which the schema refuses', `url: oci://a/b
match: [{ports: [null]}]`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
