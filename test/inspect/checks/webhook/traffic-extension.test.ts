import { trafficExtension } from '../../../../lib/inspect/checks/webhook/traffic-extension';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: trafficExtension, apiVersion: 'extensions.istio.io/v1alpha1', kind: 'TrafficExtension' };

describe('a TrafficExtension', () => {
  test.each<[string, string, string[]]>([
    ['neither of the two', '{}', [
      'extension-one | spec | the extension has neither wasm nor lua',
    ]],
    ['both', `lua: {inlineCode: a}
wasm: {url: oci://a/b}`, [
      'extension-one | spec | the extension has both wasm and lua',
    ]],
    ['no code', 'lua: {}', [
      'lua-code | spec.lua.inlineCode | the code is missing',
    ]],
    ['too much code', `lua: {inlineCode: ${'a'.repeat(65537)}}`, [
      'lua-code | spec.lua.inlineCode | the code has 65537 bytes, more than 65536',
    ]],
    ['a module that cannot be fetched', 'wasm: {url: ftp://a/b}', [
      'wasm-url | spec.wasm.url | no module can be fetched from ftp://a/b',
    ]],
    ['a port that is none', `lua: {inlineCode: a}
match: [{ports: [{number: 65536}]}]`, [
      'port-number | spec.match[0].ports[0].number | 65536 is not a valid port',
    ]],
    ['targets beside a selector', `lua: {inlineCode: a}
selector: {matchLabels: {a: b}}
targetRefs: [{kind: Service, name: a}]`, [
      'several-targets | spec.targetRefs | selector and targetRefs are mutually exclusive',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['code', `lua: {inlineCode: ${'a'.repeat(65536)}}`],
    ['a module', 'wasm: {url: oci://a/b}'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
