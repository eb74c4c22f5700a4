import { RequestAuthenticationSpec, RequestAuthenticationSpecJwtRules } from '../../../imports/security.istio.io';
import type { TokensIntent } from '../../mesh/private/access/access-intent';
import type { JwtIssuerIntent } from '../../mesh/private/access/caller-intent';
import { selection } from './selection';
import { unlessNone } from './unless-none';

/** Whose tokens are read, as a RequestAuthentication says it. */
export function requestAuthenticationSpec({ pods, issuers }: TokensIntent): RequestAuthenticationSpec {
  return { ...selection(pods), jwtRules: issuers.map(jwtRule) };
}

function jwtRule({ issuer, audiences, keys, places, forwards, payloadHeader, claimHeaders }: JwtIssuerIntent): RequestAuthenticationSpecJwtRules {
  return {
    issuer,
    audiences: unlessNone(audiences),
    jwks: keys !== undefined && 'set' in keys ? keys.set : undefined,
    jwksUri: keys !== undefined && 'at' in keys ? keys.at : undefined,
    fromHeaders: unlessNone(places?.headers.map(({ name, prefix }) => ({ name, prefix }))),
    fromParams: unlessNone(places?.parameters),
    fromCookies: unlessNone(places?.cookies),
    forwardOriginalToken: forwards ? true : undefined,
    outputPayloadToHeader: payloadHeader,
    outputClaimToHeaders: unlessNone(claimHeaders.map(({ claim, header }) => ({ claim, header }))),
  };
}
