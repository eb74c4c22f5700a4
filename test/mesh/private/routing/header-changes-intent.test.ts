import { HeaderChanges } from '../../../../lib/mesh/header-changes';
import { headerChangesIntent } from '../../../../lib/mesh/private/routing/header-changes-intent';

test('names are in lower case', () => {
  expect(headerChangesIntent({ set: { 'X-Env': 'test' }, add: { Via: 'mesh' }, remove: ['Server'] }, 'here'))
    .toEqual({ set: { 'x-env': 'test' }, add: { via: 'mesh' }, remove: ['server'] });
});

const FRAMING = 'proxies set this header themselves, because it describes the connection. Leave it out.';
const APART = 'the mesh does not change this as a header. Use rewrite: { host: "...", path: "/..." }.';
test.each<[HeaderChanges, string]>([
  [{}, 'here: changes no header. Name at least one in add, remove or set.'],
  [{ set: {}, remove: [] }, 'here: changes no header. Name at least one in add, remove or set.'],
  [{ set: { 'x-a': '1' }, remove: ['X-A'] }, 'here: "x-a" is changed twice. Name each header once, in add, remove or set.'],
  [{ set: { 'x-a': '1', 'X-A': '2' } }, 'here: "x-a" is changed twice. Name each header once, in add, remove or set.'],
  [{ set: { Host: 'shop' } }, `here("Host"): ${APART}`],
  [{ remove: [':path'] }, `here(":path"): ${APART}`],
  [{ set: { 'Content-Length': '3' } }, `here("Content-Length"): ${FRAMING}`],
  [{ add: { 'transfer-encoding': 'chunked' } }, `here("transfer-encoding"): ${FRAMING}`],
  [{ remove: ['Connection'] }, `here("Connection"): ${FRAMING}`],
  [{ add: { 'x a': '1' } }, 'here("x a"): this is not a valid header name. Use letters, digits and hyphens, such as "x-canary".'],
  [{ add: { 'x-a': 'a\nb' } }, 'here("x-a"): "a\\nb" is not a valid header value. Remove surrounding spaces and unprintable characters.'],
  [{ add: { 'x-a': '50%' } }, 'here("x-a"): the mesh reads "%" as the start of a variable. Write the value without it.'],
])('fails on %j', (changes, message) => {
  expect(() => headerChangesIntent(changes, 'here')).toThrow(new Error(message));
});
