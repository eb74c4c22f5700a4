import { knownAuthorizers } from '../../../lib/istio/render/known-authorizers';

test('those who can be asked are told from what takes traces and logs', () => {
  const extensionProviders = [
    { name: 'otel', opentelemetry: {} },
    { name: 'opa', envoyExtAuthzGrpc: {} },
    { name: 'lines', envoyFileAccessLog: {} },
    { name: 'proxy', envoyExtAuthzHttp: {} },
  ];

  expect(knownAuthorizers({ extensionProviders })).toEqual(['opa', 'proxy']);
  expect(knownAuthorizers({})).toEqual([]);
});
