import { deviations, fieldsOf, isInteger, ownersOf } from '../../../lib/inspect/mesh/config-message';
import { Field } from '../../../lib/inspect/mesh/field';
import { formatPath } from '../../../lib/inspect/schema/format-path';

const found = (message: string, value: unknown): string[] => [...deviations(message, Field.root(value))].map(deviation => (
  `${formatPath(deviation.place.path)}: ${deviation.kind === 'field' ? `unknown ${deviation.name} of ${deviation.message}` : deviation.expected}`
));

const INT32 = 'a whole number from -2147483648 to 2147483647';

test.each([
  ['a field that there is not', { accesLogFile: 'a' }, ['accesLogFile: unknown accesLogFile of MeshConfig']],
  ['one in the spelling of definitions', { acces_log_file: 'a' }, ['acces_log_file: unknown accesLogFile of MeshConfig']],
  ['one within a message', { defaultConfig: { imag: {} } }, ['defaultConfig.imag: unknown imag of ProxyConfig']],
  ['one in a list', { extensionProviders: [{ a: 1 }] }, ['extensionProviders[0].a: unknown a of MeshConfigExtensionProvider']],
  ['no mapping', { defaultConfig: 'a' }, ['defaultConfig: a mapping']],
  ['no list', { extensionProviders: {} }, ['extensionProviders: a list']],
  ['no text, number or switch', { accessLogFile: 1, proxyListenPort: 'a', enableTracing: 'true' }, [
    'accessLogFile: a string (quote it if it looks like another type)', `proxyListenPort: ${INT32}`, 'enableTracing: true or false',
  ]],
  ['no span', { connectTimeout: 5 }, ['connectTimeout: a span of time']],
  ['a span that no 64 bits hold', { connectTimeout: '2562048h', dnsRefreshRate: '-2562048h' }, ['connectTimeout: a span of time', 'dnsRefreshRate: a span of time']],
  ['the number of a choice that is none', { h2UpgradePolicy: 1.5, accessLogEncoding: 3_000_000_000 }, ['h2UpgradePolicy: one of DO_NOT_UPGRADE, UPGRADE', 'accessLogEncoding: one of TEXT, JSON']],
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

describe('numbers are read as Go reads those of JSON', () => {
  const taken = (type: string, value: unknown): boolean => isInteger(Field.root(value), type);
  const sampling = (value: unknown): string[] => found('Tracing', { sampling: value });

  test.each(['int32', 'uint32', 'int64'])('%s: what YAML takes for a whole number, and one in quotes', type => {
    for (const value of [0, 5, 1.0, 1e3, '5', ' 5', '0', 2_147_483_647, '2147483647']) {
      expect([value, taken(type, value)]).toEqual([value, true]);
    }
    for (const value of [1.5, '1.5', '1.0', '1e3', '05', '+5', '0x10', '', ' ', 'five', true, NaN, 2 ** 64, '18446744073709551616', [5], {}]) {
      expect([value, taken(type, value)]).toEqual([value, false]);
    }
  });

  test.each([
    ['int32', 2_147_483_648, false], ['int32', -2_147_483_648, true], ['int32', -2_147_483_649, false], ['int32', '5000000000', false],
    ['uint32', 4_294_967_295, true], ['uint32', 4_294_967_296, false], ['uint32', -1, false], ['uint32', '-1', false],
    ['int64', 5_000_000_000, true], ['int64', -5_000_000_000, true],
  ])('%s: %s is within its bounds: %s', (type, value, expected) => {
    expect(taken(type, value)).toBe(expected);
  });

  test('others may have a fraction or an exponent in quotes, too', () => {
    expect([1.5, '1.5', '1e2', '-0.5', 'NaN', '-Infinity', 10].flatMap(sampling)).toEqual([]);
    expect(['.5', '5.', '0x10', '', '1,5', 'many'].flatMap(sampling)).toEqual(Array.from({ length: 6 }, () => 'sampling: a number'));
  });
});
