import { WasmModule } from '../../lib';

const SHA256 = '8c2a4f90c1a1c2f65cb2f41aab4d1c3d6c64c1fca5f0ad4c4ee9cf1f8a9f5d3e';
const IMAGE = 'registry.example.com/limits:1.2.0';

test.each<[object, WasmModule]>([
  [{ url: 'file:///etc/wasm/limits.wasm' }, WasmModule.file('/etc/wasm/limits.wasm')],
  [{ url: 'https://files.example.com/limits.wasm', sha256: SHA256 }, WasmModule.https('https://files.example.com/limits.wasm', SHA256)],
  [{ url: `oci://${IMAGE}`, alwaysPull: false }, WasmModule.image(IMAGE)],
  [{ url: `oci://registry.example.com/limits@sha256:${SHA256}`, alwaysPull: false }, WasmModule.image(`registry.example.com/limits@sha256:${SHA256}`)],
  [{ url: `oci://${IMAGE}`, sha256: SHA256, pullSecret: 'registry', alwaysPull: true }, WasmModule.image(IMAGE, { sha256: SHA256, pullSecret: 'registry', alwaysPull: true })],
])('is %j', (intent, module) => {
  expect(module._intent).toEqual(intent);
});

const NO_SHA256 = 'Use 64 lowercase hexadecimal digits, as printed by sha256sum.';

test.each<[string, () => WasmModule]>([
  ['WasmModule.file: "limits.wasm" is not an absolute file path. Use its path in the proxy, such as "/etc/wasm/limits.wasm".', () => WasmModule.file('limits.wasm')],
  ['WasmModule.file: "/etc/wasm/" is not an absolute file path.', () => WasmModule.file('/etc/wasm/')],
  ['WasmModule.https: "http://files.example.com/a.wasm" is not a file URL. Use one such as "https://files.example.com/limits-1.2.0.wasm".', () => WasmModule.https('http://files.example.com/a.wasm', SHA256)],
  ['WasmModule.https: "https://files.example.com" is not a file URL.', () => WasmModule.https('https://files.example.com', SHA256)],
  ['WasmModule.https: "https://files.example.com:x/a.wasm" is not a file URL.', () => WasmModule.https('https://files.example.com:x/a.wasm', SHA256)],
  [`WasmModule.https("https://files.example.com/a.wasm"): "abc" is not a SHA-256. ${NO_SHA256}`, () => WasmModule.https('https://files.example.com/a.wasm', 'abc')],
  ['WasmModule.image: "registry.example.com/limits:latest" is whatever was pushed last', () => WasmModule.image('registry.example.com/limits:latest')],
  ['WasmModule.image("limits:1.2.0"): has no registry, which proxies need. Use one such as "registry.example.com/limits:1.2.0".', () => WasmModule.image('limits:1.2.0')],
  [`WasmModule.image("${IMAGE}@sha256:${SHA256}"): the image already has a digest. Leave sha256 out.`, () => WasmModule.image(`${IMAGE}@sha256:${SHA256}`, { sha256: SHA256 })],
  [`WasmModule.image("${IMAGE}"): "sha256:${SHA256}" is not a SHA-256. ${NO_SHA256}`, () => WasmModule.image(IMAGE, { sha256: `sha256:${SHA256}` })],
  [`WasmModule.image("${IMAGE}"): "Registry" is not a valid Secret name. Use lowercase letters, digits, dots and inner hyphens.`, () => WasmModule.image(IMAGE, { pullSecret: 'Registry' })],
])('fails with "%s"', (problem, make) => {
  expect(make).toThrow(problem);
});
