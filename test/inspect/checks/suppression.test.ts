import { namesOf } from '../../../lib/inspect/checks/rule-names';
import { schemaRules } from '../../../lib/inspect/checks/schema-rules';
import { Suppression } from '../../../lib/inspect/checks/suppression';

const names = namesOf(schemaRules['unknown-field']);

test.each([
  ['the whole origin', 'Service shop/orders', 'Service shop/orders'],
  ['any text', 'Service shop/*', 'Service shop/orders'],
  ['any text, slashes too', '*', 'Service shop/orders'],
  ['nothing, for a finding without object', '*', ''],
  ['one character', 'Service shop/order?', 'Service shop/orders'],
  ['characters that mean something elsewhere', 'A+ (x)/[y].z', 'A+ (x)/[y].z'],
])('a pattern stands for %s', (_, glob, origin) => {
  expect(new Suppression('CRD001', glob).covers(names, origin)).toBe(true);
});

test.each([
  ['a part of the origin', 'shop/orders', 'Service shop/orders'],
  ['another letter case', 'service shop/orders', 'Service shop/orders'],
  ['a dot that is any character elsewhere', 'Service a.b/c', 'Service axb/c'],
  ['no character', 'Service shop/order?', 'Service shop/order'],
])('a pattern does not stand for %s', (_, glob, origin) => {
  expect(new Suppression('CRD001', glob).covers(names, origin)).toBe(false);
});

test.each([
  ['CRD001', true], ['MESH001', true], ['CRD', true], ['unknown-field', true], ['CRD002', false], ['YAML', false],
])('of the rules, %s covers an unknown field: %p', (name, covered) => {
  expect(new Suppression(name, '*').covers(names, 'Service shop/orders')).toBe(covered);
});
