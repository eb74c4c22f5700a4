import { Istio, JwtIssuer } from 'cdk8s-mesh';

/** What was installed in the clusters of Acme. Every app of Acme says it, so that all mean the same mesh. */
export const MESH = Istio.mesh({ revision: 'stable' });

/** The gateway for requests from outside, which the platform's own app renders, and the account of its pods. */
export const GATEWAY = 'istio-ingress/edge';

/** Who issues the tokens of Acme's customers. */
export const ISSUER = JwtIssuer.of({
  issuer: 'https://login.acme.example.com',
  audiences: ['shop'],
  keysUrl: 'https://login.acme.example.com/.well-known/jwks.json',
  // A service hands the token on to those that it calls.
  forwardToken: true,
});
