import { Field } from '../../../lib/inspect/mesh/field';
import { isListUnread, isMisspelled } from '../../../lib/inspect/mesh/unread';

test.each<[string, unknown, boolean, boolean]>([
  ['a list', { ports: [] }, false, false],
  ['a list beside a misspelled one', { ports: [], porst: [] }, false, false],
  ['a misspelled list', { porst: [] }, true, true],
  ['null and a misspelled list', { ports: null, porst: [] }, true, true],
  ['what is no list', { ports: { http: 80 } }, true, false],
  ['null', { ports: null }, false, false],
  ['another name', { selector: {} }, false, false],
  ['no mapping', 'ports', false, false],
])('%s', (_, value, unread, misspelled) => {
  const field = Field.root(value);
  expect([isListUnread(field, 'ports'), isMisspelled(field, 'ports')]).toEqual([unread, misspelled]);
});
