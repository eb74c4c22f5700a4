import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadAll } from 'js-yaml';
import { contentsOf, fill } from '../support/folder';
import { packPackage } from '../support/packed-package';
import { refusals } from '../support/valid';

/** What all of them hold: a package of values, without anybody's implementation. */
const CONTRACTS = `\
const { Istio, ServiceContract, TraceSink } = require('cdk8s-mesh');
const collector = 'opentelemetry-collector.observability.svc.cluster.local';
exports.mesh = Istio.mesh({ trustDomain: 'shop.example.com', proxyHosts: [collector] });
exports.traces = TraceSink.openTelemetry('otel-tracing', { host: collector });
exports.orders = ServiceContract.of({ serviceName: 'orders', namespace: 'orders', port: 80 });
exports.web = ServiceContract.of({ serviceName: 'web', namespace: 'web', port: 80 });
`;

const PLATFORM = `\
const { App, Chart } = require('cdk8s');
const { GatewayTls, IngressGateway, MeshPlatform } = require('cdk8s-mesh');
const { mesh, traces } = require('contracts');
const app = new App({ outdir: 'dist' });
mesh.applyTo(app);
const platform = new MeshPlatform(app, 'platform');
['orders', 'web', 'istio-ingress'].forEach(name => platform.addNamespace(name));
platform.telemetry.traceTo(traces);
const ingress = new Chart(app, 'ingress', { namespace: 'istio-ingress' });
const pods = { podNamespace: 'istio-ingress', podLabels: { app: 'edge' }, serviceAccount: 'edge' };
new IngressGateway(ingress, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.secret('shop'), ...pods });
app.synth();
`;

const WEB = `\
const { App, Chart } = require('cdk8s');
const { IngressGateway, MeshService } = require('cdk8s-mesh');
const contracts = require('contracts');
const app = new App({ outdir: 'dist' });
contracts.mesh.applyTo(app);
const chart = new Chart(app, 'web', { namespace: 'web' });
const web = new MeshService(chart, 'web', { image: 'registry.example.com/web:1.0', port: 80, targetPort: 8080 });
web.keepTo(contracts.web);
web.exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-ingress/edge', { serviceAccount: 'edge' }), { hostname: 'shop.example.com' });
web.calls(MeshService.fromContract(contracts.orders));
app.synth();
`;

const ORDERS = `\
const { App, Chart } = require('cdk8s');
const { HttpMethod, MeshService } = require('cdk8s-mesh');
const contracts = require('contracts');
const app = new App({ outdir: 'dist' });
contracts.mesh.applyTo(app);
const chart = new Chart(app, 'orders', { namespace: 'orders' });
const orders = new MeshService(chart, 'orders', { image: 'registry.example.com/orders:1.0', port: 80, targetPort: 8080 });
orders.keepTo(contracts.orders);
orders.access.allowFrom(MeshService.fromContract(contracts.web), { methods: [HttpMethod.GET] });
app.synth();
`;

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
}

/** The projects, each with what is packed really installed; the peers are those that this checkout has, so no registry is asked. */
let folder: string;
let rendered: Readonly<Record<string, string>>;
let objects: Manifest[];

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-test-')));
  fill(folder, { 'contracts/package.json': JSON.stringify({ name: 'contracts', version: '1.0.0', main: 'index.js' }), 'contracts/index.js': CONTRACTS });
  const { file } = packPackage(folder);
  const projects = Object.entries({ platform: PLATFORM, web: WEB, orders: ORDERS });
  rendered = Object.assign({}, ...projects.map(([name, main]) => synthesized(name, main, file)));
  objects = Object.values(rendered).flatMap(text => loadAll(text) as Manifest[]);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the platform and two teams render no object twice, and an API server takes the union', () => {
  const names = objects.map(({ kind, metadata: { name, namespace } }) => `${kind} ${namespace ?? ''}/${name}`);

  expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['PeerAuthentication istio-system/default', 'AuthorizationPolicy orders/orders', 'Sidecar web/web']));
  expect(refusals(rendered)).toEqual([]);
});

test('what one team says that it calls, the other lets in, by the identity that the contract tells', () => {
  expect(specOf('Sidecar', 'web')).toMatchObject({ egress: [{ hosts: [
    'observability/opentelemetry-collector.observability.svc.cluster.local', 'orders/orders.orders.svc.cluster.local', 'istio-system/*',
  ] }] });
  expect(specOf('AuthorizationPolicy', 'orders')).toMatchObject({
    rules: [{ from: [{ source: { principals: ['shop.example.com/ns/web/sa/web'] } }], to: [{ operation: { methods: ['GET'] } }] }],
  });
  expect(specOf('AuthorizationPolicy', 'web')).toMatchObject({
    rules: [{ from: [{ source: { principals: ['shop.example.com/ns/istio-ingress/sa/edge'] } }] }],
  });
});

function synthesized(name: string, main: string, file: string): Record<string, string> {
  const project = path.join(folder, name);
  fill(project, { 'package.json': JSON.stringify({ name, version: '1.0.0', private: true }), 'main.js': main });
  run('npm', ['install', '--offline', '--legacy-peer-deps', '--no-audit', '--no-fund', file], project);
  for (const peer of ['cdk8s', 'cdk8s-plus-28', 'constructs']) {
    symlinkSync(path.resolve('node_modules', peer), path.join(project, 'node_modules', peer));
  }
  // Published, it would be installed as well.
  fill(path.join(project, 'node_modules/contracts'), { 'package.json': readFileSync(path.join(folder, 'contracts/package.json'), 'utf8'), 'index.js': CONTRACTS });
  run(process.execPath, ['main.js'], project);
  return Object.fromEntries(Object.entries(contentsOf(path.join(project, 'dist'))).map(([entry, text]) => [`${name}/${entry}`, text]));
}

/** Runs a program; one that fails is an error that shows what it printed. */
function run(program: string, args: readonly string[], cwd: string): void {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false', CDK8S_OUTDIR: undefined };
  const { error, status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${program} ${args.join(' ')} ends with ${status}:\n${error ?? stdout + stderr}`);
  }
}

function specOf(kind: string, name: string): unknown {
  return objects.find(object => object.kind === kind && object.metadata.name === name)?.spec;
}
