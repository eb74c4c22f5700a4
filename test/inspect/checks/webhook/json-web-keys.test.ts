import { jsonWebKeys } from '../../../../lib/inspect/checks/webhook/json-web-keys';

const RSA = { kty: 'RSA', n: 'xAE7eB6q', e: 'AQAB' };

describe('keys for tokens', () => {
  test('are read from a set, and from a key by itself', () => {
    const set = { keys: [{ ...RSA, kid: 'one' }, { ...RSA, d: 'xAE7' }, { kty: 'oct', k: 'xAE7' }] };
    expect(jsonWebKeys(JSON.stringify(set))).toEqual([
      { title: 'key one', isSecret: false },
      { title: 'key 2', isSecret: true },
      { title: 'key 3', isSecret: true },
    ]);
    expect(jsonWebKeys(JSON.stringify(RSA))).toEqual([{ title: 'key 1', isSecret: false }]);
    expect(jsonWebKeys('{"keys":[]}')).toEqual([]);
  });

  test.each([
    ['no JSON', 'keys', 'it is not JSON'],
    ['no object', '[1]', 'it is not an object'],
    ['no list of keys', '{"keys":{}}', 'keys is not a list'],
    ['an unknown type', '{"keys":[{"kty":"DSA"}]}', 'key 1 has no kty of RSA, EC, OKP, oct'],
    ['a key that is none', '{"keys":[null]}', 'key 1 has no kty of RSA, EC, OKP, oct'],
    ['a member that is missing', '{"kty":"EC","crv":"P-256","x":"YQ"}', 'key 1 has no y in base64'],
    ['a member in no base64', '{"kty":"oct","kid":"one","k":"a b"}', 'key one has no k in base64'],
  ])('are not read from %s', (_, text, message) => {
    expect(() => jsonWebKeys(text)).toThrow(new Error(message));
  });
});
