import { wasmPlugin } from '../../../../lib/inspect/checks/webhook/wasm-plugin';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: wasmPlugin, apiVersion: 'extensions.istio.io/v1alpha1', kind: 'WasmPlugin' };

describe('a Wasm module', () => {
  test.each<[string, string, string[]]>([
    ['places from which nothing can be fetched', 'url: ftp://a/b', [
      'wasm-url | spec.url | no module can be fetched from ftp://a/b',
    ]],
    ['a place whose host looks like a scheme', 'url: localhost:5000/a', [
      'wasm-url | spec.url | no module can be fetched from localhost:5000/a',
    ]],
    ['a place that is no URL', 'url: "a b:c%zz"', [
      'wasm-url | spec.url | no module can be fetched from a b:c%zz',
    ]],
    ['checksums that are none', `url: oci://a/b
sha256: ${'A'.repeat(64)}`, [
      `wasm-sha256 | spec.sha256 | "${'A'.repeat(64)}" is not a SHA-256 checksum`,
    ]],
    ['names that are too long', `url: oci://a/b
imagePullSecret: ${'a'.repeat(254)}`, [
      'wasm-name-too-long | spec.imagePullSecret | imagePullSecret has 254 bytes, more than 253',
    ]],
    ['a variable without a name', `url: oci://a/b
vmConfig: {env: [{value: a}, {name: B, valueFrom: HOST, value: c}]}`, [
      'wasm-environment | spec.vmConfig.env[0].name | the variable has no name',
    ]],
    ['a variable that is there twice', `url: oci://a/b
vmConfig: {env: [{name: A}, {name: A}]}`, [
      'wasm-environment | spec.vmConfig.env[1].name | duplicate variable A',
    ]],
    ['a variable with two values', `url: oci://a/b
vmConfig: {env: [{name: A, valueFrom: HOST, value: c}]}`, [
      'wasm-environment | spec.vmConfig.env[0].value | the variable A takes its value from the proxy, but also has one',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['an image, with scheme and without', 'url: registry.example.com/a/b:1'],
    ['a file', 'url: file:///a.wasm'],
    ['the longest names', `url: oci://a/b
imagePullSecret: ${'a'.repeat(253)}
pluginName: ${'a'.repeat(256)}
vmConfig: {env: [{name: ${'A'.repeat(256)}}]}`],
    ['variables of both kinds', `url: oci://a/b
vmConfig: {env: [{name: A, valueFrom: HOST}, {name: B, valueFrom: INLINE, value: b}, {name: C, value: c}]}`],
    ['an empty checksum', `url: oci://a/b
sha256: ""`],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
