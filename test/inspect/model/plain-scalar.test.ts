import { plainScalar } from '../../../lib/inspect/model/plain-scalar';

/** What a Kubernetes API server 1.32 reads in place of each scalar; numbers beyond 2^53 as precisely as a double holds them. */
const READ_BY_KUBERNETES: ReadonlyArray<readonly [text: string, value: null | boolean | number]> = [
  ['on', true], ['On', true], ['off', false], ['y', true], ['Y', true], ['n', false], ['N', false], ['yes', true], ['No', false],
  ['true', true], ['True', true], ['FALSE', false], ['null', null], ['Null', null], ['~', null], ['NULL', null], ['0', 0],
  ['-0', 0], ['+0', 0], ['00', 0], ['07', 7], ['08', 8], ['0775', 509], ['0o17', 15], ['0O17', 15], ['0x1F', 31], ['0X1f', 31],
  ['-0x1F', -31], ['+0x1F', 31], ['0b101', 5], ['0B101', 5], ['-0b101', -5], ['+0b101', 5], ['1_000', 1000], ['1__0', 10],
  ['1_', 1], ['-_1', -1], ['+_1', 1], ['0_7', 7], ['0x_1F', 31], ['1.5', 1.5], ['1.', 1], ['.5', 0.5], ['-.5', -0.5],
  ['+.5', 0.5], ['.5_0', 0.5], ['1_000.5', 1000.5], ['1e3', 1000], ['1E3', 1000], ['1e+3', 1000], ['1e-3', 0.001],
  ['1.e3', 1000], ['12e03', 12000], ['1e-400', 0], ['0775e1', 7750], ['01.5', 1.5], ['9223372036854775807', 2 ** 63],
  ['9223372036854775808', 2 ** 63], ['18446744073709551615', 2 ** 64], ['18446744073709551616', 2 ** 64],
  ['-9223372036854775808', -(2 ** 63)], ['-9223372036854775809', -(2 ** 63)], ['+9223372036854775807', 2 ** 63],
  ['+9223372036854775808', 2 ** 63], ['+18446744073709551615', 2 ** 64], ['0xFFFFFFFFFFFFFFFF', 2 ** 64],
  ['-0x8000000000000000', -(2 ** 63)], ['01777777777777777777777', 2 ** 64], ['07777777777777777777777', 7.777777777777777e+21],
  ['077777777777777777777777', 7.777777777777777e+22], ['0.1', 0.1], ['-0o17', -15], ['-017', -15], ['-08', -8],
  ['.5_0e1_0', 5000000000], ['-.5__0', -0.5], ['-._5', -0.5], ['+_.5', 0.5], ['1_e3', 1000],
];

const STRINGS_FOR_KUBERNETES: readonly string[] = [
  'oN', 'tRUE', 'nULL', '0o8', '0b102', '_1', '0x', '._5', '1e', '1e400', '.1e400', '-1e400', '1:20', '1:20:30', '190:20:30.15',
  '2001-01-01', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '12-34', '1.2.3', '0x1FFFFFFFFFFFFFFFF',
  '-0x8000000000000001', '+0x8000000000000000', '0o77777777777777777777777', '+', '--1', '+-1', '=', '<<', '1,000', '١',
  '0x1p-2', 'infinity', 'NaN', 'inf', '-inf', '0b', '0o', '1d', '1f', '١٢', '.5__0', '.5_', '.5_e1', '-.', '..5', '+.e1',
];

test.each(READ_BY_KUBERNETES)('%s is read as %p', (text, value) => {
  expect(plainScalar(text)).toBe(value);
});

test.each(STRINGS_FOR_KUBERNETES)('%s is a string', text => {
  expect(plainScalar(text)).toBe(text);
});

test.each([['.inf', Infinity], ['+.Inf', Infinity], ['-.INF', -Infinity], ['.nan', NaN], ['.NaN', NaN]])(
  '%s is a number that JSON does not have, which whoever reads the document refuses', (text, value) => {
    expect(plainScalar(text)).toBe(value);
  },
);
