import { judgeAll, judgeFields } from '../../../support/judge-native';

const backend = { service: { name: 'a', port: { name: 'http' } } };

const judge = (spec: object): readonly string[] => judgeAll('networking.k8s.io/v1', 'Ingress', spec);

test('says where requests go', () => {
  expect(judge({})).toEqual([
    'spec: one-of: spec has neither rules nor defaultBackend (at least one of them)',
  ]);
});

test('a host is a DNS name', () => {
  expect(judge({ rules: [{ host: '10.0.0.1' }, { host: 'a.com:80' }, { host: '*.a.com' }, { host: 'a.*.com' }], tls: [{ hosts: ['A'] }] })).toEqual([
    'spec.rules[0].host: format: invalid host "10.0.0.1" (a DNS name, not an IP address)',
    'spec.rules[1].host: format: the host "a.com:80" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit; write a.com',
    'spec.rules[3].host: format: the host "a.*.com" is not a valid wildcard DNS name: "*" must be the whole first label, followed by a DNS name',
    'spec.tls[0].hosts[0]: format: the host "A" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit; write a',
  ]);
});

test('a URL and a host with a port have a host in them', () => {
  const noName = 'is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit';
  expect(judge({ rules: [{ host: 'https://A.com:80/b' }, { host: 'a.com.' }, { host: 'fd00::1:80' }, { host: '[::1]:80' }, { host: 'https://*.a.com' }] })).toEqual([
    `spec.rules[0].host: format: the host "https://A.com:80/b" ${noName}; write a.com`,
    `spec.rules[1].host: format: the host "a.com." ${noName}; write a.com`,
    'spec.rules[2].host: format: invalid host "fd00::1:80" (a DNS name, not an IP address)',
    `spec.rules[3].host: format: the host "[::1]:80" ${noName}`,
    'spec.rules[4].host: format: the host "https://*.a.com" is not a valid wildcard DNS name: "*" must be the whole first label, followed by a DNS name; write *.a.com',
  ]);
});

test('TLS may be for an address, and has a Secret by its name', () => {
  expect(judge({ rules: [{ host: '010.0.0.1' }], tls: [{ hosts: ['10.0.0.1'], secretName: 'a_b' }] })).toEqual([
    'spec.rules[0].host: format: invalid host "010.0.0.1" (a DNS name, not an IP address)',
    'spec.tls[0].secretName: format: the secretName "a_b" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit',
  ]);
});

test('the annotation of old agrees with the class', () => {
  const ofClass = (annotation: string, ingressClassName?: string): readonly string[] => judgeFields('networking.k8s.io/v1', 'Ingress', {
    metadata: { name: 'a', annotations: { 'kubernetes.io/ingress.class': annotation } },
    spec: { defaultBackend: backend, ingressClassName },
  });
  expect(ofClass('nginx', 'istio')).toEqual([
    'metadata.annotations["kubernetes.io/ingress.class"]: mismatch: the annotation is "nginx", but ingressClassName is "istio" (only one of them, or the same class in both); remove the annotation',
  ]);
  expect(ofClass('nginx', 'nginx')).toEqual([]);
  expect(ofClass('a b')).toEqual([]);
});

test('a class has the name of an object', () => {
  expect(judge({ defaultBackend: backend, ingressClassName: '' }))
    .toEqual(['spec.ingressClassName: format: the ingressClassName "" is not a valid DNS name: use lowercase letters, digits, "-" and ".", starting and ending with a letter or digit']);
});

test('a path begins with a slash and stays below it', () => {
  expect(judge({ rules: [{ http: { paths: [{ pathType: 'Prefix', backend }, { pathType: 'Exact', path: 'a', backend }, { pathType: 'Prefix', path: '/a/../b', backend }] } }] })).toEqual([
    'spec.rules[0].http.paths[0].path: required: path is missing (a path that begins with "/")',
    'spec.rules[0].http.paths[1].path: format: invalid path "a" (a path that begins with "/")',
    'spec.rules[0].http.paths[2].path: format: invalid path "/a/../b" (a path without "//", "%2f", and "." or ".." as a segment)',
  ]);
});

test('an implementation may read a path as it likes', () => {
  expect(judge({ rules: [{ http: { paths: [{ pathType: 'ImplementationSpecific', backend }, { pathType: 'ImplementationSpecific', path: '/a//(.*)', backend }, { pathType: 'ImplementationSpecific', path: 'a', backend }] } }] })).toEqual([
    'spec.rules[0].http.paths[2].path: format: invalid path "a" (a path that begins with "/")',
  ]);
});

test('a backend is one thing with one port', () => {
  expect(judge({ defaultBackend: {}, rules: [{ http: { paths: [{ pathType: 'Prefix', path: '/', backend: { service: { name: 'a.b', port: { name: 'http', number: 80 } } } }, { pathType: 'Prefix', path: '/', backend: { service: { name: 'a' }, resource: { kind: 'A', name: 'b' } } }, { pathType: 'Prefix', path: '/', backend: { service: { name: 'a', port: { number: 70000 } } } }, { pathType: 'Prefix', path: '/', backend: { service: { name: 'a' } } }] } }] })).toEqual([
    'spec.defaultBackend: one-of: backend has neither service nor resource (exactly one of them)',
    'spec.rules[0].http.paths[0].backend.service.name: format: the name "a.b" is not a valid Service name: use lowercase letters, digits and "-", starting with a letter and not ending with "-"',
    'spec.rules[0].http.paths[0].backend.service.port: one-of: name and number are mutually exclusive (exactly one of them)',
    'spec.rules[0].http.paths[1].backend: one-of: service and resource are mutually exclusive (exactly one of them)',
    'spec.rules[0].http.paths[2].backend.service.port.number: bounds: number is 70000 (1 to 65535)',
    'spec.rules[0].http.paths[3].backend.service.port: one-of: port has neither name nor number (exactly one of them)',
  ]);
});
