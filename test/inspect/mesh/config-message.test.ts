import { deviations, fieldsOf, ownersOf } from '../../../lib/inspect/mesh/config-message';
import { Field } from '../../../lib/inspect/mesh/field';
import { formatPath } from '../../../lib/inspect/schema/format-path';

const found = (message: string, value: unknown): string[] => [...deviations(message, Field.root(value))].map(deviation => (
  `${formatPath(deviation.place.path)}: ${deviation.kind === 'field' ? `unknown ${deviation.name} of ${deviation.message}` : deviation.expected}`
));

test.each([
  ['a field that there is not', { accesLogFile: 'a' }, ['accesLogFile: unknown accesLogFile of MeshConfig']],
  ['one in the spelling of definitions', { acces_log_file: 'a' }, ['acces_log_file: unknown accesLogFile of MeshConfig']],
  ['one within a message', { defaultConfig: { imag: {} } }, ['defaultConfig.imag: unknown imag of ProxyConfig']],
  ['one in a list', { extensionProviders: [{ a: 1 }] }, ['extensionProviders[0].a: unknown a of MeshConfigExtensionProvider']],
  ['no mapping', { defaultConfig: 'a' }, ['defaultConfig: a mapping']],
  ['no list', { extensionProviders: {} }, ['extensionProviders: a list']],
  ['no text, number or switch', { accessLogFile: 1, proxyListenPort: 'a', enableTracing: 'true' }, [
    'accessLogFile: a text, in quotes where it looks like something else', 'proxyListenPort: a number', 'enableTracing: true or false',
  ]],
  ['no span', { connectTimeout: 5 }, ['connectTimeout: a span of time']],
  ['no value of a choice', { outboundTrafficPolicy: { mode: 'ALL' } }, ['outboundTrafficPolicy.mode: one of REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS']],
  ['nothing', { accessLogFile: null, access_log_file: 'a', proxyListenPort: '15001', connectTimeout: '1m30s', outboundTrafficPolicy: { mode: 1 } }, []],
  ['no message', [1], []],
])('%s', (_, value, expected) => {
  expect(found('MeshConfig', value)).toEqual(expected);
});

test('owners of a field are messages that stand once', () => {
  expect([ownersOf('MeshConfig', 'drainDuration'), ownersOf('ProxyConfig', 'sampling'), ownersOf('MeshConfig', 'nothing')]).toEqual([['defaultConfig'], ['tracing'], []]);
});

test('fields of a message are known', () => {
  expect(fieldsOf('ProxyImage')).toEqual(['imageType']);
});
