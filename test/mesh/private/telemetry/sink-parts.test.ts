import {
  requireAddress, requireSinkHeaders, requireSinkHost, requireSinkName, requireUrlPath,
} from '../../../../lib/mesh/private/telemetry/sink-parts';

test.each(['otel', 'otel-tracing', 'Otel.v1_2', '1'])('"%s" is a name of a sink', name => {
  expect(requireSinkName(name, 'call')).toBe(name);
});

test.each(['', '-a', 'a-', 'a b', 'a/b'])('fails on "%s", which is no name of a sink', name => {
  expect(() => requireSinkName(name, 'call')).toThrow(
    new Error(`call: "${name}" is not a valid sink name. Use letters, digits, and inner dots, hyphens and underscores, such as "otel-tracing".`),
  );
});

test.each(['collector', 'http://collector.example.com', 'collector.example.com:4317', '*.example.com', ''])('fails on "%s", which is no full name of a host', host => {
  expect(() => requireSinkHost(host, 'call')).toThrow(new Error(
    `call: "${host}" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".`,
  ));
});

test.each([0, 65_536, 1.5])('fails on %d, which is no port', port => {
  expect(() => requireAddress({ host: 'collector.example.com', port }, 'call')).toThrow(new Error(`call: ${port} is not a valid port. Use a whole number from 1 to 65535.`));
});

test('an address is what was said', () => {
  expect(requireAddress({ host: 'collector.example.com', port: 65_535 }, 'call')).toEqual({ host: 'collector.example.com', port: 65_535 });
});

test.each(['v1', '', '/a b', '/a?b', '/a#b'])('fails on "%s", which is no path', path => {
  expect(() => requireUrlPath(path, 'call')).toThrow(new Error(`call: "${path}" is not a path. Begin it with a slash, such as "/v1/traces".`));
});

test.each([undefined, '/', '/v1/traces'])('%s is a path, or none was said', path => {
  expect(() => requireUrlPath(path, 'call')).not.toThrow();
});

test.each<[Record<string, string> | undefined]>([[undefined], [{}], [{ 'x-team': 'shop', 'Authorization': 'Api-Token a b' }]])('%j are headers', headers => {
  expect(() => requireSinkHeaders(headers, 'call')).not.toThrow();
});

test.each<[Record<string, string>, string]>([
  [{ 'a b': 'c' }, '"a b" is not a header name. Use one such as "x-team".'],
  [{ ':path': 'c' }, '":path" is not a header name. Use one such as "x-team".'],
  [{ '': 'c' }, '"" is not a header name. Use one such as "x-team".'],
  [{ a: '' }, 'the header "a" has an invalid value: "". Use one line of text, or leave the header out.'],
  [{ a: 'b\r\nc' }, 'the header "a" has an invalid value: "b\\r\\nc". Use one line of text, or leave the header out.'],
])('fails on %j', (headers, problem) => {
  expect(() => requireSinkHeaders(headers, 'call')).toThrow(new Error(`call: ${problem}`));
});
