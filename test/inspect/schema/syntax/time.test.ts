import { isDate, isDateTime, isGoTime } from '../../../../lib/inspect/schema/syntax/time';

test('dates are those of the calendar', () => {
  expect(['2024-02-29', '2000-02-29', '0000-02-29', '1999-12-31'].filter(text => !isDate(text))).toEqual([]);
  expect(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-01', '2024-04-31', '2024-01-00', '24-01-01', '2024-1-1', ''].filter(isDate)).toEqual([]);
});

test('the time of a built-in kind is what Go reads', () => {
  const fine = ['2024-01-02T03:04:05Z', '2024-01-02T3:04:05Z', '2024-01-02T03:04:05.5+01:00', '2024-01-02T03:04:05,5-24:60'];
  expect(fine.filter(text => !isGoTime(text))).toEqual([]);
  const wrong = [
    'yesterday', '2024-01-02', '2024-01-02t03:04:05z', '2024-01-02T03:04:05', '2024-01-02T24:04:05Z', '2024-01-02T03:60:05Z',
    '2024-01-02T03:04:60Z', '2024-02-30T03:04:05Z', '2024-01-02T03:04:05+25:00', '2024-01-02T03:04:05+01:61', '2024-01-02 03:04:05Z',
  ];
  expect(wrong.filter(isGoTime)).toEqual([]);
});

test('the date-time of a CRD is read with less care', () => {
  const fine = ['2024-01-02T03:04:05Z', '2024-01-02t03:04:05z', '2024-01-02T03:04:05x5+99:99', '2024-01-02T03:04:05ZTwhatever'];
  expect(fine.filter(text => !isDateTime(text))).toEqual([]);
  const wrong = ['2024-01-02', '2024-01-02T3:04:05Z', '2024-01-02T24:00:00Z', '2024-01-02T03:60:00Z', '2024-01-02T03:04:60Z', '2024-02-30T00:00:00Z', 'x', ''];
  expect(wrong.filter(isDateTime)).toEqual([]);
});
