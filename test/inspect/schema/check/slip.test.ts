import { isSlip } from '../../../../lib/inspect/schema/check/slip';

test.each([
  ['the word itself', 'service'],
  ['a letter more', 'serviice'],
  ['a letter less', 'servce'],
  ['another letter', 'servise'],
  ['a swap of neighbours', 'sevrice'],
  ['a letter less at the end', 'servic'],
])('%s is a slip', (_, word) => {
  expect([isSlip(word, 'service'), isSlip('service', word)]).toEqual([true, true]);
});

test.each([
  ['two letters more', 'services2'],
  ['two other letters', 'sarvica'],
  ['a swap over a letter', 'sirvece'],
])('%s is none', (_, word) => {
  expect([isSlip(word, 'service'), isSlip('service', word)]).toEqual([false, false]);
});
