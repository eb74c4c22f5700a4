import { MutualTls } from '../../../lib';
import { peerAuthenticationSpec } from '../../../lib/istio/render/peer-authentication';

const pods = { namespace: 'shop', podLabels: { app: 'web' } };

test.each([[MutualTls.DISABLED, 'DISABLE'], [MutualTls.PERMISSIVE, 'PERMISSIVE'], [MutualTls.STRICT, 'STRICT']])('[F041] %s of a whole namespace', (mode, said) => {
  expect(peerAuthenticationSpec({ pods: { namespace: 'shop' }, mode, ports: new Map() })).toEqual({ mtls: { mode: said } });
});

test('[F042] ports are texts', () => {
  const ports = new Map([[8081, MutualTls.DISABLED], [9090, MutualTls.PERMISSIVE]]);
  expect(peerAuthenticationSpec({ pods, mode: MutualTls.STRICT, ports })).toEqual({
    selector: { matchLabels: { app: 'web' } }, mtls: { mode: 'STRICT' }, portLevelMtls: { 8081: { mode: 'DISABLE' }, 9090: { mode: 'PERMISSIVE' } },
  });
});
