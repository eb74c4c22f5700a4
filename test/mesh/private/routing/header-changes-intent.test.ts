import { HeaderChanges } from '../../../../lib/mesh/header-changes';
import { headerChangesIntent } from '../../../../lib/mesh/private/routing/header-changes-intent';

test('names are in lower case', () => {
  expect(headerChangesIntent({ set: { 'X-Env': 'test' }, add: { Via: 'mesh' }, remove: ['Server'] }, 'here'))
    .toEqual({ set: { 'x-env': 'test' }, add: { via: 'mesh' }, remove: ['server'] });
});

const FRAMING = 'proxies write this header themselves, since it says how a connection carries the message. Leave it out.';
const APART = 'the mesh changes this apart from headers. Say rewrite: { host: "...", path: "/..." }.';
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
  [{ add: { 'x a': '1' } }, 'here("x a"): no header has such a name. A name has letters, digits and hyphens, such as "x-canary".'],
  [{ add: { 'x-a': 'a\nb' } }, 'here("x-a"): no header has the value "a\\nb". Leave out the space around it, and characters that do not print.'],
  [{ add: { 'x-a': '50%' } }, 'here("x-a"): the mesh reads "%" as the beginning of a variable. Write the value without it.'],
])('fails on %j', (changes, message) => {
  expect(() => headerChangesIntent(changes, 'here')).toThrow(new Error(message));
});
