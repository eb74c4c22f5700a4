import { unescapeField } from '../../../../lib/inspect/schema/cel/unescape-field';

test.each([
  ['name', 'name'],
  ['_private_', '_private_'],
  ['x__dash__y', 'x-y'],
  ['x__dot__y__slash__z', 'x.y/z'],
  ['a__underscores__b', 'a__b'],
  ['__namespace__', 'namespace'],
  ['__in__', 'in'],
  ['__constructor__', undefined],
  ['a__namespace__', undefined],
  ['a__nothing__b', undefined],
  ['a__b', 'a__b'],
])('%s stands for %s', (identifier, field) => {
  expect(unescapeField(identifier)).toBe(field);
});
