import { LogFormat } from '../../lib';

test('[F080] JSON has 21 fields', () => {
  const { fields } = LogFormat.json()._intent as { readonly fields: Readonly<Record<string, string>> };
  expect(Object.entries(fields).map(([name, value]) => `${name} ${value}`).sort()).toEqual([
    'authority %REQ(:AUTHORITY)%', 'bytes_received %BYTES_RECEIVED%', 'bytes_sent %BYTES_SENT%', 'downstream_local_address %DOWNSTREAM_LOCAL_ADDRESS%',
    'downstream_remote_address %DOWNSTREAM_REMOTE_ADDRESS%', 'duration %DURATION%', 'method %REQ(:METHOD)%', 'path %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%',
    'protocol %PROTOCOL%', 'request_id %REQ(X-REQUEST-ID)%', 'requested_server_name %REQUESTED_SERVER_NAME%', 'response_code %RESPONSE_CODE%',
    'response_flags %RESPONSE_FLAGS%', 'route_name %ROUTE_NAME%', 'timestamp %START_TIME%', 'upstream_cluster %UPSTREAM_CLUSTER%', 'upstream_host %UPSTREAM_HOST%',
    'upstream_local_address %UPSTREAM_LOCAL_ADDRESS%', 'upstream_service_time %RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)%', 'user_agent %REQ(USER-AGENT)%',
    'x_forwarded_for %REQ(X-FORWARDED-FOR)%',
  ]);
});

test('fields are those that were named then', () => {
  const fields: Record<string, string> = { method: '%REQ(:METHOD)%' };
  const format = LogFormat.fields(fields);
  fields.path = '%REQ(:PATH)%';
  expect(format._intent).toEqual({ fields: { method: '%REQ(:METHOD)%' } });
});

test.each([['a', 'a\n'], ['a\n', 'a\n'], [' a\n\n', ' a\n\n']])('a line %j ends with a line break', (line, text) => {
  expect(LogFormat.text(line)._intent).toEqual({ text });
});

test.each<[string, () => unknown, string]>([
  ['a line', () => LogFormat.text(' '), 'LogFormat.text: the line is empty. Set it, for example "%REQ(:METHOD)% %RESPONSE_CODE%".'],
  ['a value', () => LogFormat.fields({ a: '' }), 'LogFormat.fields: expected at least one field, each with a name and a value. Set them, for example { method: "%REQ(:METHOD)%" }.'],
  ['a name', () => LogFormat.fields({ '': 'a' }), 'LogFormat.fields: expected at least one field, each with a name and a value. Set them, for example { method: "%REQ(:METHOD)%" }.'],
  ['fields', () => LogFormat.fields({}), 'LogFormat.fields: expected at least one field, each with a name and a value. Set them, for example { method: "%REQ(:METHOD)%" }.'],
])('fails on what is no %s', (_, make, problem) => {
  expect(make).toThrow(new Error(problem));
});
