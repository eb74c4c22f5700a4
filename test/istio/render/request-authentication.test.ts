import { JwtIssuer } from '../../../lib';
import { requestAuthenticationSpec } from '../../../lib/istio/render/request-authentication';

const pods = { namespace: 'shop', podLabels: { app: 'web' } };

test('[F050] an issuer of which only the name is said', () => {
  const spec = requestAuthenticationSpec({ pods, issuers: [JwtIssuer.of({ issuer: 'https://auth.example.com' })._intent] });
  expect(spec).toEqual({ selector: { matchLabels: { app: 'web' } }, jwtRules: [{ issuer: 'https://auth.example.com' }] });
});

test('[F050] all that can be said of issuers', () => {
  const keys = '{"keys":[{"kty":"RSA","e":"AQAB","n":"abc"}]}';
  const issuers = [
    JwtIssuer.of({
      issuer: 'a', keys, audiences: ['web'], forwardToken: true, payloadHeader: 'x-payload', claimHeaders: { sub: 'x-user' },
      headers: [{ name: 'x-token', prefix: 'JWT ' }, { name: 'x-plain' }], parameters: ['token'],
    })._intent,
    JwtIssuer.of({ issuer: 'b', keysUrl: 'https://b.example.com/keys', cookies: ['session'] })._intent,
  ];
  expect(requestAuthenticationSpec({ pods: { namespace: 'shop', gateway: 'edge' }, issuers })).toEqual({
    targetRefs: [{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }],
    jwtRules: [
      {
        issuer: 'a', jwks: keys, audiences: ['web'], forwardOriginalToken: true, outputPayloadToHeader: 'x-payload', outputClaimToHeaders: [{ claim: 'sub', header: 'x-user' }],
        fromHeaders: [{ name: 'x-token', prefix: 'JWT ' }, { name: 'x-plain' }], fromParams: ['token'],
      },
      { issuer: 'b', jwksUri: 'https://b.example.com/keys', fromCookies: ['session'] },
    ],
  });
});
