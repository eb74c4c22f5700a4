import { LogFilter } from '../../lib';

test.each<[LogFilter, string]>([
  [LogFilter.errors(), 'response.code >= 400'],
  [LogFilter.statusFrom(100), 'response.code >= 100'],
  [LogFilter.statusFrom(599), 'response.code >= 599'],
  [LogFilter.expression('request.method == "POST"'), 'request.method == "POST"'],
])('[F079] a filter is a condition', (filter, condition) => {
  expect(filter._expression).toBe(condition);
});

test.each([99, 600, 400.5, Number.NaN])('fails on %d, which is no status', status => {
  expect(() => LogFilter.statusFrom(status)).toThrow(new Error(`LogFilter.statusFrom(${status}): this is not an HTTP status. Use one from 100 to 599, such as 400.`));
});

test('fails on an expression that is none', () => {
  expect(() => LogFilter.expression(' ')).toThrow(
    new Error('LogFilter.expression: the expression is empty. Set a condition, or leave out the filter to log all requests.'),
  );
});
