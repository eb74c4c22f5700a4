import { CertificateSpec } from '../../../imports/cert-manager.io';
import type { CertificateIntent } from '../../mesh/private/gateways/gateway-intent';

/** How a certificate is got, as a Certificate of cert-manager says it. */
export function certificateSpec({ secret, hostnames, issuer }: CertificateIntent): CertificateSpec {
  return { secretName: secret, dnsNames: [...hostnames], issuerRef: { kind: issuer.kind, name: issuer.name } };
}
