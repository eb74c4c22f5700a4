import { ClientTls } from '../../lib/mesh/client-tls';

const FILES = { clientCertificate: '/etc/certs/client.pem', privateKey: '/etc/certs/key.pem' };

test('[F033] plain text and the certificates of the mesh need nothing said', () => {
  expect(ClientTls.disabled()._intent).toEqual({ mode: 'disabled' });
  expect(ClientTls.mutualByMesh()._intent).toEqual({ mode: 'mesh' });
});

test('[F033] without names, the host of each request is asked for and expected', () => {
  expect(ClientTls.simple()._intent).toEqual({ mode: 'simple' });
});

test('[F033] whoever is asked for is expected too, unless other names are', () => {
  expect(ClientTls.simple({ sni: 'orders.example.com' })._intent).toEqual({
    mode: 'simple', sni: 'orders.example.com', subjectAltNames: ['orders.example.com'],
  });
  expect(ClientTls.simple({ sni: 'orders.example.com', subjectAltNames: ['example.com'] })._intent).toEqual({
    mode: 'simple', sni: 'orders.example.com', subjectAltNames: ['example.com'],
  });
});

test('[F033] a client that shows a certificate takes it from files', () => {
  expect(ClientTls.mutual({ ...FILES, caCertificates: '/etc/certs/ca.pem' })._intent).toEqual({
    mode: 'mutual', ...FILES, caCertificates: '/etc/certs/ca.pem',
  });
});

test.each([
  ['ClientTls.simple: "ca.pem" is not an absolute file path. Use the path of caCertificates in the proxy, such as "/etc/certs/caCertificates.pem".',
    () => ClientTls.simple({ caCertificates: 'ca.pem' })],
  ['ClientTls.mutual: "" is not an absolute file path. Use the path of privateKey in the proxy, such as "/etc/certs/privateKey.pem".',
    () => ClientTls.mutual({ ...FILES, privateKey: '' })],
  ['ClientTls.simple: "https://orders" is not a server name. Use a host name, such as "orders.example.com".',
    () => ClientTls.simple({ sni: 'https://orders' })],
  ['ClientTls.simple: "" is not a server name. Use a host name, such as "orders.example.com".',
    () => ClientTls.simple({ sni: '' })],
  ['ClientTls.simple: subjectAltNames is empty, so no certificate would match. Name at least one, or leave subjectAltNames out.',
    () => ClientTls.simple({ subjectAltNames: [] })],
  ['ClientTls.mutual: subjectAltNames is empty, so no certificate would match. Name at least one, or leave subjectAltNames out.',
    () => ClientTls.mutual({ ...FILES, subjectAltNames: ['orders', ''] })],
])('fails: %s', (message, make) => {
  expect(make).toThrow(new Error(message));
});

test('toward a host, a server is asked for it and has to have it, where nothing else is said', () => {
  const toward = (tls: ClientTls, host?: string): unknown => tls._toward(host, 'shop/pay')._intent;
  const host = 'pay.example.com';
  expect(toward(ClientTls.simple(), host)).toEqual({ mode: 'simple', sni: host, subjectAltNames: [host] });
  expect(toward(ClientTls.simple({ subjectAltNames: ['eu.example.com'] }), host)).toEqual({ mode: 'simple', sni: host, subjectAltNames: ['eu.example.com'] });
  expect(toward(ClientTls.simple({ sni: 'eu.example.com' }), host)).toEqual({ mode: 'simple', sni: 'eu.example.com', subjectAltNames: ['eu.example.com'] });
  expect(toward(ClientTls.mutual(FILES), host)).toEqual({ mode: 'mutual', ...FILES, sni: host, subjectAltNames: [host] });
  expect(toward(ClientTls.simple())).toEqual({ mode: 'simple' });
  expect(() => toward(ClientTls.disabled(), host)).toThrow(/^shop\/pay: originateTls is TLS with a server outside the mesh\./);
});
