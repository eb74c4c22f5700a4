import { gatewayCredentialsCheck } from '../../../../lib/inspect/checks/istio/gateway-credentials';
import { found, judge } from '../../../support/judge';
import { TYPES, yamlObject, yamlPod } from '../../../support/yaml-objects';

// A certificate for "x" that is valid for a hundred years. cspell:disable-next-line
const DER = 'MIIBbzCCARWgAwIBAgIUc4KDhLYYSufLRQWJEyaL+uN0EwkwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBeDAgFw0yNjExMjgxMjQwNTBaGA8yMTI2MTEwNDEyNDA1MFowDDEKMAgGA1UEAwwBeDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABJDF4XjGlgy7qPwlSLaNvkLt5b7JMciXrnBTS5hJY+vfSlbiugfjr+RS8j6/FpuuJ3Htdw+2chXk25VDV6lBCuWjUzBRMB0GA1UdDgQWBBRPPengqYttfBfHQsiD+57oJa5nmDAfBgNVHSMEGDAWgBRPPengqYttfBfHQsiD+57oJa5nmDAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIH3+pEmve9CQkA1Gw8wX/8cR2B5o1itJMnreYYHATQ6KAiEA3DGG5YiGXaCsEom8iU6B0cpu47XSzLWAC5J++eSd1j4=';
const PEM = `-----BEGIN CERTIFICATE-----\n${DER}\n-----END CERTIFICATE-----\n`;

const checks = [gatewayCredentialsCheck];
const complete = { checks, set: { complete: true } };
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const secret = (data: Readonly<Record<string, string>>, fullName = 'istio-system/tls'): string => (
  yamlObject(TYPES.secret, fullName, `data: {${Object.entries(data).map(([key, value]) => `${key}: ${value}`).join(', ')}}`)
);
const valid = { 'tls.crt': base64(PEM), 'tls.key': base64('key') };
const gateway = (credential: string, selector = 'istio: ingressgateway'): string => (
  yamlObject(TYPES.gateway, 'shop/edge', `spec: {selector: {${selector}}, servers: [{hosts: [a]}, {tls: {credentialName: ${credential}}}]}`)
);
const path = 'spec.servers[1].tls.credentialName';

beforeEach(() => jest.useFakeTimers({ now: new Date('2030-01-01') }));
afterEach(() => jest.useRealTimers());

const guessed = 'in istio-system, where the gateway pods, which are not in the input, presumably look for it';
const shown = (place: string): string => `the input has no Secret tls in ${place}, where the gateway pods look for it`;

test.each([
  ['in the namespace of the pods of the gateway', gateway('tls'), `the input has no Secret tls ${guessed}`],
  ['and not in that of the gateway', secret(valid, 'shop/tls') + gateway('tls'), `the Secret tls is in shop, next to the Gateway, and not ${guessed}`],
  ['in the namespace that is named', gateway('web/tls'), shown('web')],
  ['in the namespace of own pods', yamlPod('edge/edge', 'app: edge') + gateway('tls', 'app: edge'), shown('edge')],
])('a Secret is missing %s', (_, yaml, message) => {
  expect(found(yaml, complete)).toEqual([`IST0101 gateway-credential | Gateway shop/edge | ${path} | ${message}`]);
});

test.each([
  ['a Secret', secret(valid) + gateway('tls')],
  ['a Secret with the older names', secret({ cert: base64(PEM), key: base64('key') }) + gateway('tls')],
  ['a Secret as text', yamlObject(TYPES.secret, 'istio-system/tls', `stringData: {tls.crt: ${JSON.stringify(PEM)}, tls.key: key}`) + gateway('tls')],
  ['a Secret whose text lies over its data', `${secret({ ...valid, 'tls.crt': base64('none') })}stringData: {tls.crt: ${JSON.stringify(PEM)}}\n${gateway('tls')}`],
  ['a Secret of another namespace', secret(valid, 'web/tls') + gateway('web/tls')],
  ['a Certificate', yamlObject('cert-manager.io/v1 Certificate', 'istio-system/any', 'spec: {secretName: tls}') + gateway('tls')],
  ['nobody, as none is named', gateway('""')],
  ['nobody, as there are no pods', gateway('tls', 'app: edge')],
])('a certificate is kept by %s', (_, yaml) => {
  expect(found(yaml, complete)).toEqual([]);
});

test.each([
  ['neither of the keys', {}, 'has neither tls.crt and tls.key, nor cert and key'],
  ['no private key', { 'tls.crt': base64(PEM) }, 'has neither tls.crt and tls.key, nor cert and key'],
  ['no PEM', { 'tls.crt': base64('none'), 'tls.key': base64('key') }, 'contains no certificate in PEM'],
  ['PEM of something else', { 'tls.crt': base64(PEM.replace(DER, base64('none'))), 'tls.key': base64('key') }, 'contains no certificate in PEM'],
])('a Secret holds %s', (_, data, problem) => {
  expect(found(secret(data) + gateway('tls'), { checks })).toEqual([
    `IST0161 gateway-certificate | Gateway shop/edge | ${path} | the Secret istio-system/tls ${problem}`,
  ]);
});

test('a Secret has no PEM as text, whatever its data are', () => {
  expect(found(`${secret(valid)}stringData: {tls.crt: none}\n${gateway('tls')}`, { checks })).toEqual([
    `IST0161 gateway-certificate | Gateway shop/edge | ${path} | the Secret istio-system/tls contains no certificate in PEM`,
  ]);
});

test.each(['2001-01-01', '2501-01-01'])('[F139] a certificate is not valid on %s', day => {
  jest.useFakeTimers({ now: new Date(day) });
  expect(found(secret(valid) + gateway('tls'), { checks })[0]).toMatch(/contains a certificate that is only valid from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d$/);
});

test('where no Secret of the namespace is shown, a missing one cannot be judged', () => {
  const beside = gateway('tls').replace('namespace: shop', 'namespace: istio-system');
  expect(judge(beside, { checks }).undecided.map(({ unknown }) => unknown)).toEqual(['Secret istio-system/tls']);
  // Of another namespace than that of the Gateway, MESH044 speaks.
  expect(judge(gateway('tls'), { checks }).undecided).toEqual([]);
  expect(found(secret(valid, 'istio-system/other') + gateway('tls'), { checks })).toHaveLength(1);
  expect(found(gateway('tls'), { checks, set: { complete: true, assumed: ['Secret istio-system/tls'] } })).toEqual([]);
});
