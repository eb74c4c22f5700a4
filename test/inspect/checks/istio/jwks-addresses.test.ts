import { jwksAddressesCheck } from '../../../../lib/inspect/checks/istio/jwks-addresses';
import { found } from '../../../support/judge';
import { TYPES, yamlDeployment, yamlObject } from '../../../support/yaml-objects';

const checks = [jwksAddressesCheck];
const istiod = (env = '', labels = 'app: istiod'): string => yamlDeployment('istio-system/istiod', 'app: istiod', `{name: discovery, env: [${env}]}`, `labels: {${labels}}`);
const blocked = '{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 10.0.0.0/8}';
const authentications = (count: number): string => Array.from({ length: count }, (_, index) => yamlObject(TYPES.requestAuthentication, `shop/a${index}`)).join('');

test.each([
  ['one', 1, 'shop/a0'],
  ['five', 5, 'shop/a0, shop/a1, shop/a2, shop/a3, shop/a4'],
  ['more', 7, 'shop/a0, shop/a1, shop/a2, shop/a3, shop/a4 and 2 more'],
])('istiod fetches keys for %s', (_, count, names) => {
  expect(found(istiod() + authentications(count), { checks })).toEqual([
    `IST0175 jwks-unrestricted | Deployment istio-system/istiod | metadata.name | istiod may fetch JWT keys from any address for ${names}`,
  ]);
});

test.each([
  ['for nobody', istiod()],
  ['from some addresses only', istiod(blocked) + authentications(1)],
  ['elsewhere', istiod('', 'app: other') + authentications(1)],
])('istiod may fetch keys %s', (_, yaml) => {
  expect(found(yaml, { checks })).toEqual([]);
});

test('a variable without value blocks nothing', () => {
  expect(found(istiod('{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: ""}') + authentications(1), { checks })).toHaveLength(1);
});
