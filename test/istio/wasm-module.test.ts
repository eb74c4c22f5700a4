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

const NO_SHA256 = 'Say 64 hexadecimal digits in lower case, as sha256sum prints them.';

test.each<[string, () => WasmModule]>([
  ['WasmModule.file: "limits.wasm" is no absolute path of a file. Say where it stands in the proxy, such as "/etc/wasm/limits.wasm".', () => WasmModule.file('limits.wasm')],
  ['WasmModule.file: "/etc/wasm/" is no absolute path of a file.', () => WasmModule.file('/etc/wasm/')],
  ['WasmModule.https: "http://files.example.com/a.wasm" is no address of a file. Say one such as "https://files.example.com/limits-1.2.0.wasm".', () => WasmModule.https('http://files.example.com/a.wasm', SHA256)],
  ['WasmModule.https: "https://files.example.com" is no address of a file.', () => WasmModule.https('https://files.example.com', SHA256)],
  ['WasmModule.https: "https://files.example.com:x/a.wasm" is no address of a file.', () => WasmModule.https('https://files.example.com:x/a.wasm', SHA256)],
  [`WasmModule.https("https://files.example.com/a.wasm"): "abc" is no SHA-256. ${NO_SHA256}`, () => WasmModule.https('https://files.example.com/a.wasm', 'abc')],
  ['WasmModule.image: "registry.example.com/limits:latest" is whatever was pushed last', () => WasmModule.image('registry.example.com/limits:latest')],
  ['WasmModule.image("limits:1.2.0"): names no registry, which proxies need. Say one, such as "registry.example.com/limits:1.2.0".', () => WasmModule.image('limits:1.2.0')],
  [`WasmModule.image("${IMAGE}@sha256:${SHA256}"): the image names a digest already. Leave sha256 out.`, () => WasmModule.image(`${IMAGE}@sha256:${SHA256}`, { sha256: SHA256 })],
  [`WasmModule.image("${IMAGE}"): "sha256:${SHA256}" is no SHA-256. ${NO_SHA256}`, () => WasmModule.image(IMAGE, { sha256: `sha256:${SHA256}` })],
  [`WasmModule.image("${IMAGE}"): no Secret is called "Registry". A name has lower-case letters, digits, dots and inner hyphens.`, () => WasmModule.image(IMAGE, { pullSecret: 'Registry' })],
])('fails with "%s"', (problem, make) => {
  expect(make).toThrow(problem);
});
