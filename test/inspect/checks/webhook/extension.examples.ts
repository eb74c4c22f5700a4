import { istioObject, RuleExamples } from '../rule-examples';

const plugin = (fields: string): string => istioObject('extensions.istio.io/v1alpha1', 'WasmPlugin', fields);
const extension = (fields: string): string => istioObject('extensions.istio.io/v1alpha1', 'TrafficExtension', fields);
const MODULE = 'url: oci://registry.example.com/filter:1';

/** The rules of the webhook for what is loaded into proxies, and for their configuration. */
export const extensionExamples: RuleExamples = {
  'wasm-url': { bad: plugin('url: ftp://registry.example.com/filter'), good: plugin(MODULE) },
  'wasm-sha256': { bad: plugin(`${MODULE}\nsha256: abc`), good: plugin(`${MODULE}\nsha256: ${'0a'.repeat(32)}`) },
  'wasm-name-too-long': { bad: plugin(`${MODULE}\npluginName: ${'a'.repeat(257)}`), good: plugin(`${MODULE}\npluginName: ${'a'.repeat(256)}`) },
  'wasm-environment': {
    bad: plugin(`${MODULE}\nvmConfig: {env: [{name: ZONE, valueFrom: HOST, value: eu}]}`),
    good: plugin(`${MODULE}\nvmConfig: {env: [{name: ZONE, value: eu}]}`),
  },
  'port-number': {
    bad: plugin(`${MODULE}\nmatch: [{ports: [{number: 0}]}]`),
    good: plugin(`${MODULE}\nmatch: [{ports: [{number: 65535}]}]`),
  },
  'extension-one': { bad: extension('phase: AUTHN'), good: extension(`wasm: {${MODULE}}`) },
  'lua-code': { bad: extension('lua: {inlineCode: ""}'), good: extension('lua: {inlineCode: "function envoy_on_request() end"}') },
  'proxy-concurrency': {
    bad: istioObject('networking.istio.io/v1beta1', 'ProxyConfig', 'concurrency: -1'),
    good: istioObject('networking.istio.io/v1beta1', 'ProxyConfig', 'concurrency: 0'),
  },
};
