import { judgeFields } from '../../../support/judge-native';

const secret = (fields: object): readonly string[] => judgeFields('v1', 'Secret', fields);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

test('has what its type says', () => {
  expect(secret({ type: 'kubernetes.io/tls', data: { 'tls.crt': 'eA==' }, stringData: { 'tls.key': '' } })).toEqual([]);
  expect(secret({ type: 'kubernetes.io/tls' })).toEqual([
    'data: required: tls.crt is missing (a value, since type is kubernetes.io/tls)',
    'data: required: tls.key is missing (a value, since type is kubernetes.io/tls)',
  ]);
  expect(secret({ type: 'kubernetes.io/ssh-auth', data: { a: 'eA==' } })).toEqual(['data.ssh-privatekey: required: ssh-privatekey is missing (a value, since type is kubernetes.io/ssh-auth)']);
  expect(secret({ type: 'example.com/a' })).toEqual([]);
});

test('lacks it in the field that is written', () => {
  expect(secret({ type: 'kubernetes.io/tls', stringData: { 'tls.crt': 'a' } }))
    .toEqual(['stringData["tls.key"]: required: tls.key is missing (a value, since type is kubernetes.io/tls)']);
});

test('has a user or a password', () => {
  expect(secret({ type: 'kubernetes.io/basic-auth', stringData: { user: 'a' } }))
    .toEqual(['stringData: one-of: neither username nor password is set (at least one of them, since type is kubernetes.io/basic-auth)']);
  expect(secret({ type: 'kubernetes.io/basic-auth', stringData: { username: 'a' } })).toEqual([]);
  expect(secret({ type: 'kubernetes.io/basic-auth', data: { password: '' } })).toEqual([]);
});

test('says whose token it is', () => {
  const type = 'kubernetes.io/service-account-token';
  const missing = 'required: the annotation kubernetes.io/service-account.name is missing (the name of a ServiceAccount, since type is kubernetes.io/service-account-token)';
  const annotated = (name: string): object => ({ type, metadata: { name: 'a', annotations: { 'kubernetes.io/service-account.name': name } } });
  expect(secret({ type })).toEqual([`metadata.annotations: ${missing}`]);
  expect(secret(annotated(''))).toEqual([`metadata.annotations["kubernetes.io/service-account.name"]: ${missing}`]);
  expect(secret(annotated('a'))).toEqual([]);
});

describe('for a registry', () => {
  const registry = (fields: object): readonly string[] => secret({ type: 'kubernetes.io/dockerconfigjson', ...fields });
  const noJson = 'format: .dockerconfigjson is not a JSON object (credentials in JSON, since type is kubernetes.io/dockerconfigjson)';

  test('has an object in JSON', () => {
    expect(registry({ data: { '.dockerconfigjson': base64('{"auths":{}}') } })).toEqual([]);
    expect(registry({ stringData: { '.dockerconfigjson': 'null' } })).toEqual([]);
    expect(registry({ data: { '.dockerconfigjson': '' } })).toEqual([`data[".dockerconfigjson"]: ${noJson}`]);
    expect(registry({ stringData: { '.dockerconfigjson': '[]' } })).toEqual([`stringData[".dockerconfigjson"]: ${noJson}`]);
    expect(secret({ type: 'kubernetes.io/dockercfg', stringData: { '.dockercfg': '{' } }))
      .toEqual(['stringData[".dockercfg"]: format: .dockercfg is not a JSON object (credentials in JSON, since type is kubernetes.io/dockercfg)']);
  });

  test('has it encoded once', () => {
    const once = base64('{"auths":{}}');
    expect(registry({ data: { '.dockerconfigjson': base64(once) } })).toEqual([`data[".dockerconfigjson"]: ${noJson}; it is base64-encoded twice: encode it once`]);
    expect(registry({ stringData: { '.dockerconfigjson': once } }))
      .toEqual([`stringData[".dockerconfigjson"]: ${noJson}; it is base64-encoded: write plain JSON, or move the base64 to data`]);
  });

  test('has that of stringData, where there are both', () => {
    expect(registry({ data: { '.dockerconfigjson': 'eA==' }, stringData: { '.dockerconfigjson': '{}' } })).toEqual([]);
  });

  test('is told once of what is no base64', () => {
    expect(registry({ data: { '.dockerconfigjson': '{"auths":{}}' } })).toEqual(['data[".dockerconfigjson"]: format: invalid .dockerconfigjson "{\\"auths\\":{}}" (base64)']);
  });
});
