import { Field } from '../../../lib/inspect/mesh/field';
import { conditionKeys, requestFields } from '../../../lib/inspect/mesh/request-fields';

const rule = Field.root({
  from: [{ source: { principals: ['a'], requestPrincipals: ['b'] } }],
  to: [{ operation: { ports: ['80'], methods: ['GET'], paths: [] } }, { operation: { notHosts: ['c'] } }],
  when: [{ key: 'request.headers[x]' }, { key: 5 }, { key: 'source.ip' }],
});

test('a rule asks for what requests alone have in its operations, and in what is named of its sources', () => {
  expect(requestFields(rule, ['requestPrincipals']).map(({ key }) => key)).toEqual(['methods', 'notHosts', 'requestPrincipals']);
  expect(requestFields(rule, []).map(({ key }) => key)).toEqual(['methods', 'notHosts']);
});

test('its conditions ask by keys that are texts', () => {
  expect(conditionKeys(rule)).toEqual(['request.headers[x]', 'source.ip']);
});
