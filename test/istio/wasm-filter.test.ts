import { Chart } from 'cdk8s';
import {
  AppProtocol, DataPlaneMode, GatewayApi, GatewayTls, IngressGateway, Istio, IstioRelease, Linkerd, Mesh, MeshApp, MeshService, Runbook, WasmFailure,
  WasmFilter, WasmFilterProps, WasmModule, WasmPhase, WasmTraffic,
} from '../../lib';
import { objectsOf, shopChart, specOf, webIn } from '../support/shop-chart';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

const SHA256 = '8c2a4f90c1a1c2f65cb2f41aab4d1c3d6c64c1fca5f0ad4c4ee9cf1f8a9f5d3e';

function filterWith(props: Partial<WasmFilterProps> = {}): WasmFilter {
  return new WasmFilter(chart, 'limits', { module: WasmModule.image('registry.example.com/filters/limits:1.2.0'), ...props });
}

function gatewayIn(scope: Chart): IngressGateway {
  return new IngressGateway(scope, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), api: GatewayApi.KUBERNETES });
}

function chartOf(mesh: Mesh): Chart {
  return new Chart(new MeshApp({ mesh }), 'shop', { namespace: 'shop' });
}

describe('a filter of WebAssembly', () => {
  test('[F145] names the program, its phase and configuration, and the pods that run it', () => {
    filterWith({
      module: WasmModule.image('registry.example.com/filters/limits:1.2.0', { sha256: SHA256, pullSecret: 'registry', alwaysPull: true }),
      workload: webIn(chart),
      config: { rate: 10, paths: ['/a'], nested: { on: true, none: undefined }, empty: {} },
      phase: WasmPhase.BEFORE_AUTHORIZATION,
      priority: 10,
      pluginName: 'limits_root',
      env: { LEVEL: 'debug' },
      hostEnv: ['POD_NAME'],
      onFailure: WasmFailure.OPEN,
      traffic: [WasmTraffic.inbound(8080), WasmTraffic.outbound()],
    });
    expect(objectsOf(chart, 'WasmPlugin')).toEqual([{
      apiVersion: 'extensions.istio.io/v1alpha1',
      kind: 'WasmPlugin',
      metadata: { name: 'limits', namespace: 'shop' },
      spec: {
        selector: { matchLabels: { app: 'web' } },
        url: 'oci://registry.example.com/filters/limits:1.2.0',
        sha256: SHA256,
        imagePullPolicy: 'Always',
        imagePullSecret: 'registry',
        pluginConfig: { rate: 10, paths: ['/a'], nested: { on: true }, empty: {} },
        pluginName: 'limits_root',
        phase: 'AUTHZ',
        priority: 10,
        failStrategy: 'FAIL_OPEN',
        match: [{ mode: 'SERVER', ports: [{ number: 8080 }] }, { mode: 'CLIENT' }],
        vmConfig: { env: [{ name: 'LEVEL', value: 'debug', valueFrom: 'INLINE' }, { name: 'POD_NAME', valueFrom: 'HOST' }] },
      },
    }]);
  });

  test('[F145] holds for a gateway by its name', () => {
    filterWith({ workload: gatewayIn(new Chart(chart.node.root, 'edges', { namespace: 'edges' })) });
    const [{ metadata, spec }] = objectsOf(chart, 'WasmPlugin');
    expect(metadata).toEqual({ name: 'limits', namespace: 'edges' });
    expect([spec.targetRefs, spec.selector]).toEqual([[{ group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge' }], undefined]);
  });

  test('without pods it holds for all of the namespace, and lets nothing pass that fails', () => {
    filterWith({ filterName: 'all' });
    expect(objectsOf(chart, 'WasmPlugin').map(({ metadata, spec }) => [metadata, spec])).toEqual([
      [{ name: 'all', namespace: 'shop' }, { url: 'oci://registry.example.com/filters/limits:1.2.0', failStrategy: 'FAIL_CLOSE' }],
    ]);
  });

  test('takes a copy of its configuration', () => {
    const config = { rate: 10 };
    filterWith({ config });
    config.rate = 20;
    expect(specOf(chart, 'WasmPlugin').pluginConfig).toEqual({ rate: 10 });
  });

  test('fails on what a release does not know yet', () => {
    chart = chartOf(Istio.mesh({ release: IstioRelease.V1_26 }));
    filterWith({ onFailure: WasmFailure.RELOAD });
    expect(() => chart.toJson()).toThrow('shop/limits: failStrategy=FAIL_RELOAD of WasmPlugin came with Istio 1.27, but the mesh is Istio 1.26. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_27 }).');
  });

  test('runs in gateways of ambient mode, and nowhere else there', () => {
    chart = chartOf(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));
    filterWith({ workload: gatewayIn(chart) });
    expect(objectsOf(chart, 'WasmPlugin')).toHaveLength(1);
    const problem = ': a filter of WebAssembly cannot be rendered for Istio 1.30 in ambient mode. Pods of services have no proxies of their own there. Set it on a gateway, or run sidecars: leave out DataPlaneMode.AMBIENT.';
    [undefined, webIn(chart)].forEach((workload, index) => {
      const more = (): WasmFilter => new WasmFilter(chart, `more-${index}`, { module: WasmModule.file('/etc/wasm/limits.wasm'), workload });
      expect(more).toThrow(`shop/more-${index}${problem}`);
    });
  });

  test('is of Istio alone', () => {
    chart = chartOf(Linkerd.mesh());
    expect(() => filterWith()).toThrow('shop/limits: a filter of WebAssembly cannot be rendered for Linkerd. Only Istio supports it: leave it out, or use Istio.mesh({...}).');
  });

  test.each<[string, Partial<WasmFilterProps>]>([
    ['shop/limits: "a.b" is not a valid name of a filter. Use lowercase letters, digits and inner hyphens, no dots, and at most 63 characters.', { filterName: 'a.b' }],
    ['shop/limits: priority cannot be 0.5. Use a whole number from -2147483648 to 2147483647.', { priority: 0.5 }],
    ['shop/limits: pluginName must have 1 to 256 characters, got 0. Use the root id under which the module registers the program.', { pluginName: '' }],
    ['shop/limits: config.a[1]: null cannot be rendered as JSON. Use strings, finite numbers, true or false, and lists and objects of these, and leave out undefined values.', { config: { a: [1, null] } }],
    ['shop/limits: the variable "A" is set twice. Set it once, in env with a value or in hostEnv to copy that of the proxy.', { env: { A: '1' }, hostEnv: ['A'] }],
    ['shop/limits: no traffic would pass the filter. Use WasmTraffic.inbound(), or leave traffic out for all.', { traffic: [] }],
  ])('fails with "%s"', (problem, props) => {
    expect(() => filterWith(props)).toThrow(problem);
  });

  test('has a name of its own in its namespace, wherever it is said', () => {
    filterWith();
    expect(() => new WasmFilter(chart, 'other', { module: WasmModule.file('/a.wasm'), filterName: 'limits' })).toThrow(
      'shop/other: "shop/limits" renders the WasmPlugin "limits" in the namespace "shop" already, and one would replace the other. Give one of the two another name.',
    );
  });

  test('is in the runbook, with how one sees it after an upgrade', () => {
    filterWith();
    expect(Runbook.of(chart).markdown).toContain([
      '### WasmPlugin shop/limits',
      '',
      '```sh',
      '# a line for each pod: at how many places its proxy has the filter; 0 is none',
      'for POD in $(kubectl get pods -n shop -o name); do echo "$POD $(kubectl exec -n shop "$POD" -c istio-proxy -- pilot-agent request GET config_dump | grep -cF \'wasmplugin/shop.limits"\')"; done',
      '```',
    ].join('\n'));
  });

  test('of a gateway is found by the label that the mesh gives its pods', () => {
    filterWith({ workload: gatewayIn(chart) });
    expect(Runbook.of(chart).markdown).toContain('kubectl get pods -n shop -l gateway.networking.k8s.io/gateway-name=edge -o name');
  });
});

describe('traffic of a filter', () => {
  test('comes in at ports of the pods, not of the Service', () => {
    const workload = webIn(chart, { port: 80, targetPort: 8080, morePorts: [{ port: 5432, protocol: AppProtocol.TCP }] });
    const filter = (port: number) => () => filterWith({ workload, traffic: [WasmTraffic.inbound(port)] });
    const repair = 'Use one of these, or set what the service speaks, such as protocol: AppProtocol.HTTP.';
    expect(filter(80)).toThrow(`shop/limits: the mesh sees no requests at port 80 of the pods, only at 8080. ${repair}`);
    expect(filter(5432)).toThrow(`shop/limits: the mesh sees no requests at port 5432 of the pods, only at 8080. ${repair}`);
    filter(8080)();
    expect(specOf(chart, 'WasmPlugin').match).toEqual([{ mode: 'SERVER', ports: [{ number: 8080 }] }]);
  });

  test('comes in only where the mesh sees requests; what goes out may be anything', () => {
    const workload = new MeshService(chart, 'db', { image: 'registry.example.com/db:1.0', port: 5432, protocol: AppProtocol.TCP });
    expect(() => filterWith({ workload, traffic: [WasmTraffic.inbound()] })).toThrow('shop/limits: the mesh sees no requests at the pods. Set what the service speaks, such as protocol: AppProtocol.HTTP.');
    filterWith({ workload, traffic: [WasmTraffic.outbound(443)] });
    expect(specOf(chart, 'WasmPlugin').match).toEqual([{ mode: 'CLIENT', ports: [{ number: 443 }] }]);
  });

  test('of all pods of a namespace may have any port', () => {
    filterWith({ traffic: [WasmTraffic.inbound(8080, 9090)] });
    expect(specOf(chart, 'WasmPlugin').match).toEqual([{ mode: 'SERVER', ports: [{ number: 8080 }, { number: 9090 }] }]);
  });

  test('says nothing at a gateway', () => {
    expect(() => filterWith({ workload: gatewayIn(chart), traffic: [WasmTraffic.inbound()] }))
      .toThrow('shop/limits: a gateway receives and forwards each request, so it has no inbound and outbound traffic. Leave out traffic.');
  });
});
